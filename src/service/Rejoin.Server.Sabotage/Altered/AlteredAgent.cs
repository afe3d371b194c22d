namespace Rejoin.Server.Sabotage;

/// <summary>An agent that is given other turns than the server has; null = the turn is left alone.</summary>
internal sealed class AlteredAgent(IAgent inner, Func<ITurn, ITurn?> change) : IAgent
{
    public Task RunAsync(ITurn turn, CancellationToken cancellationToken) =>
        change(turn) is { } other ? inner.RunAsync(other, cancellationToken) : Task.CompletedTask;
}
