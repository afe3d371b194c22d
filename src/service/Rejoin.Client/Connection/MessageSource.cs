using System.Buffers;
using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The messages of a WebSocket, whole, one at a time.</summary>
internal sealed class MessageSource(WebSocket socket, int maxBytes) : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(4096, maxBytes));

    /// <summary>The next text message, valid until the next call; null after a close frame.</summary>
    /// <exception cref="RejoinClientException">A binary or too big message.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(ClientStage stage, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Grow(filled);
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Binary)
            {
                throw new RejoinClientException(Errors.Violation(stage, "a binary message came.") with
                {
                    Reply = CloseCode.UnsupportedData,
                });
            }

            if (filled > maxBytes)
            {
                throw new RejoinClientException(Errors.Of(
                    ClientFailure.MessageTooBig,
                    stage,
                    $"The server sent more than {maxBytes} bytes in one message. Raise MaxMessageBytes if need be."));
            }

            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, filled);
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void Grow(int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(filled * 2L, Array.MaxLength));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
