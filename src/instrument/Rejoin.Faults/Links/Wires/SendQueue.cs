using System.Net.Sockets;

namespace Rejoin.Faults.Links.Wires;

/// <summary>
/// Waiting for a peer's kernel to acknowledge what was sent. Takes real time whatever the link's clock is.
/// </summary>
internal static class SendQueue
{
    private const int QuickLooks = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>The queue as it is now.</summary>
    public static QueueState Of(Socket socket) => TcpInfo.Read(socket) switch
    {
        null => QueueState.Unknown,
        { IsQueueEmpty: true } => QueueState.Empty,
        _ => QueueState.NotEmpty,
    };

    /// <summary>Waits until the queue is empty, the peer has reset, or the bound is over.</summary>
    public static async Task<QueueState> EmptyAsync(Socket socket, int boundMs, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        for (var look = 0; ; look++)
        {
            var queue = Of(socket);
            if (queue != QueueState.NotEmpty || TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds >= boundMs)
            {
                return queue;
            }

            if (look < QuickLooks)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
