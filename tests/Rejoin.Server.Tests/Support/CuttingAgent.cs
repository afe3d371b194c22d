using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

/// <summary>An agent whose process seems to stop for good after a given number of durable actions.</summary>
internal sealed class CuttingAgent(int cutAfter)
{
    private int actions;

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IAgent Around(IAgent inner) => new Cutter(inner, this);

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (++actions >= cutAfter)
        {
            Reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }

    private sealed class Cutter(IAgent inner, CuttingAgent owner) : IAgent
    {
        public Task RunAsync(ITurn turn, CancellationToken cancellationToken) =>
            inner.RunAsync(new CutTurn(turn, owner), cancellationToken);
    }

    private sealed class CutTurn(ITurn inner, CuttingAgent owner) : ITurn
    {
        public string Session => inner.Session;

        public string Principal => inner.Principal;

        public string Id => inner.Id;

        public TurnKind Kind => inner.Kind;

        public int Attempt => inner.Attempt;

        public IReadOnlyList<HistoryMessage> Messages => inner.Messages;

        public WorkflowProgress? Progress => inner.Progress;

        public async Task AppendAsync(EventData data, CancellationToken cancellationToken)
        {
            await inner.AppendAsync(data, cancellationToken);
            await owner.CountAsync(cancellationToken);
        }

        public Task FinishAsync(EventData data, CancellationToken cancellationToken) =>
            inner.FinishAsync(data, cancellationToken);

        public async Task ApplyEffectAsync(EffectApplication effect, CancellationToken cancellationToken)
        {
            await inner.ApplyEffectAsync(effect, cancellationToken);
            await owner.CountAsync(cancellationToken);
        }
    }
}
