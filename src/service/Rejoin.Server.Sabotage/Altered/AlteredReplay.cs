namespace Rejoin.Server.Sabotage;

/// <summary>A replay whose frames are changed on their way out.</summary>
internal sealed class AlteredReplay(
    IReplaySource inner,
    Func<ReplayRequest, IAsyncEnumerable<OutgoingFrame>, IAsyncEnumerable<OutgoingFrame>> change) : IReplaySource
{
    public IAsyncEnumerable<OutgoingFrame> ReadAsync(ReplayRequest request, CancellationToken cancellationToken) =>
        change(request, inner.ReadAsync(request, cancellationToken));
}
