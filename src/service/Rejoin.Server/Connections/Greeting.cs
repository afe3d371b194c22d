using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The time of a WebSocket before its attach: one message, one deadline.</summary>
internal sealed class Greeting(WebSocket socket, ConnectionServices services)
{
    private readonly LimitOptions limits = services.Limits;

    /// <summary>The hello; null if there was none and the connection is closed.</summary>
    public async Task<Hello?> ReceiveAsync()
    {
        using var receiver = new MessageReceiver(socket);
        using var timer = new CancellationTokenSource();
        var receiving = receiver.ReceiveAsync(limits.HelloBytes).AsTask();
        try
        {
            var deadline = Task.Delay(TimeSpan.FromMilliseconds(limits.HelloMs), services.Time, timer.Token);
            if (await Task.WhenAny(receiving, deadline).ConfigureAwait(false) != receiving)
            {
                await CloseAsync(CloseCode.HelloTimeout, string.Empty, receiving).ConfigureAwait(false);
                return null;
            }

            await timer.CancelAsync().ConfigureAwait(false);
            return await JudgeAsync(receiver, await receiving.ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            socket.Abort();
            return null;
        }
    }

    /// <summary>Closes and waits a bounded time for the peer's close frame.</summary>
    /// <param name="code">Close code.</param>
    /// <param name="reason">Reason, at most 123 bytes.</param>
    /// <param name="receiving">A receive that is under way; null = none.</param>
    public async Task CloseAsync(int code, string reason, Task? receiving = null)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMilliseconds(limits.CloseMs), services.Time);
        await using var abort = bound.Token.Register(socket.Abort).ConfigureAwait(false);
        using var receiver = new MessageReceiver(socket);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, bound.Token).ConfigureAwait(false);
            }

            if (receiving is not null)
            {
                await receiving.ConfigureAwait(false);
            }

            await receiver.DrainAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            socket.Abort();
        }
    }

    private async Task<Hello?> JudgeAsync(MessageReceiver receiver, ReceivedKind kind)
    {
        var code = kind switch
        {
            ReceivedKind.Close => CloseCode.Normal,
            ReceivedKind.Binary => CloseCode.UnsupportedData,
            ReceivedKind.TooBig => CloseCode.MessageTooBig,
            _ => CloseCode.ProtocolError,
        };
        if (kind == ReceivedKind.Text && MessageReader.ReadClient(receiver.Payload, out _) is Hello hello)
        {
            return hello;
        }

        await CloseAsync(code, string.Empty).ConfigureAwait(false);
        return null;
    }
}
