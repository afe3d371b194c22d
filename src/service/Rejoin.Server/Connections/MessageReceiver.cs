using System.Buffers;
using System.Net.WebSockets;

namespace Rejoin.Server;

/// <summary>The incoming half of a WebSocket, message by message. No buffer is held while the peer is silent.</summary>
internal sealed class MessageReceiver(WebSocket socket) : IDisposable
{
    private const int FirstBuffer = 4_096;

    private byte[]? buffer;
    private int count;

    /// <summary>Payload of the newest text message; valid until the next receive.</summary>
    public ReadOnlySpan<byte> Payload => buffer.AsSpan(0, count);

    /// <summary>Receives one message.</summary>
    /// <param name="limit">Largest message, in bytes.</param>
    public async ValueTask<ReceivedKind> ReceiveAsync(int limit)
    {
        Dispose();
        count = 0;
        var result = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None).ConfigureAwait(false);
        while (true)
        {
            switch (result.MessageType)
            {
                case WebSocketMessageType.Close:
                    return ReceivedKind.Close;
                case WebSocketMessageType.Binary:
                    return ReceivedKind.Binary;
            }

            count += result.Count;
            if (count > limit)
            {
                return ReceivedKind.TooBig;
            }

            if (result.EndOfMessage)
            {
                return ReceivedKind.Text;
            }

            Grow(limit);
            result = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Reads and forgets everything up to the peer's close frame.</summary>
    public async Task DrainAsync()
    {
        Dispose();
        buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
        }
    }

    private void Grow(int limit)
    {
        if (buffer is null)
        {
            buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBuffer, limit + 1));
        }
        else if (count == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, Math.Max(buffer.Length, limit) + 1));
            buffer.AsSpan(0, count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }
}
