namespace Rejoin.Client;

/// <summary>The watch over a connection on which nothing is heard.</summary>
/// <remarks>Source: protocol.md, "Transport and encoding".</remarks>
internal sealed class SilenceWatch : IDisposable
{
    private const long LongestHeartbeatMs = 86_400_000;
    private readonly ITimer timer;

    public SilenceWatch(ObservedStream stream, long heartbeatMs, TimeProvider time, Action silent)
    {
        var heartbeat = Math.Min(heartbeatMs, LongestHeartbeatMs);
        var limit = TimeSpan.FromMilliseconds(2.0 * heartbeat);
        var period = TimeSpan.FromMilliseconds(Math.Max(1.0, heartbeat / 4.0));
        timer = time.CreateTimer(
            _ =>
            {
                if (stream.Quiet >= limit)
                {
                    silent();
                }
            },
            null,
            period,
            period);
    }

    public void Dispose() => timer.Dispose();
}
