namespace Rejoin.Server.Sabotage;

/// <summary>A connection that tells what was sent on it, and that it is closed.</summary>
internal sealed class AlteredWriter(
    IConnectionWriter inner, Action<ConnectionInfo, OutgoingFrame> sent, Action<ConnectionInfo> closing)
    : IConnectionWriter
{
    public ConnectionInfo Connection => inner.Connection;

    public async ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellationToken)
    {
        await inner.SendAsync(frame, cancellationToken).ConfigureAwait(false);
        sent(Connection, frame);
    }

    public ValueTask CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        closing(Connection);
        return inner.CloseAsync(code, reason, cancellationToken);
    }
}
