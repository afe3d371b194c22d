namespace Rejoin.Server.Sabotage;

/// <summary>A connection that is closed with other codes than the server means.</summary>
internal sealed class AlteredClose(IConnectionWriter inner, Func<int, int> change) : IConnectionWriter
{
    public ConnectionInfo Connection => inner.Connection;

    public ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellationToken) =>
        inner.SendAsync(frame, cancellationToken);

    public ValueTask CloseAsync(int code, string reason, CancellationToken cancellationToken) =>
        inner.CloseAsync(change(code), reason, cancellationToken);
}
