namespace Rejoin.Server.Tests;

/// <summary>An agent that does not begin until the gate is open.</summary>
internal sealed class HeldAgent
{
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IAgent Around(IAgent inner) => new Holder(inner, Gate);

    private sealed class Holder(IAgent inner, TaskCompletionSource gate) : IAgent
    {
        public async Task RunAsync(ITurn turn, CancellationToken cancellationToken)
        {
            await gate.Task.WaitAsync(cancellationToken);
            await inner.RunAsync(turn, cancellationToken);
        }
    }
}
