using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Rejoin.Cli.Tests.BadInput;

/// <summary>A TCP server that gives every connection one answer, and then waits for the other side to go.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    private readonly bool speaksFirst;

    private FakeServer(Func<string, string> answer, bool speaksFirst = false)
    {
        this.speaksFirst = speaksFirst;
        listener.Start();
        serving = ServeAsync(answer);
    }

    /// <summary>Address of a WebSocket endpoint that should be there.</summary>
    public string Address => $"ws://127.0.0.1:{Port}/ws";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A server that answers each request with an HTTP status and no more.</summary>
    public static FakeServer Status(string status) =>
        new(_ => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    /// <summary>A server that speaks something that is not HTTP.</summary>
    public static FakeServer NotHttp() => new(_ => "SSH-2.0-OpenSSH_9.2\r\n", speaksFirst: true);

    /// <summary>A server that accepts a WebSocket, with another subprotocol or with none.</summary>
    public static FakeServer WebSocket(string? subprotocol) => new(key =>
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + $"Sec-WebSocket-Accept: {Accept(key)}\r\n"
        + (subprotocol is null ? "" : $"Sec-WebSocket-Protocol: {subprotocol}\r\n")
        + "\r\n");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 §4.2.2 wants SHA-1; it protects nothing.")]
    private static string Accept(string key) => Convert.ToBase64String(
        SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));

    private async Task ServeAsync(Func<string, string> answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(client.GetStream(), answer);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client went away.
            await stopping.CancelAsync();
        }
    }

    private async Task AnswerAsync(NetworkStream stream, Func<string, string> answer)
    {
        var reader = new StreamReader(stream, Encoding.ASCII);
        var key = string.Empty;
        while (!speaksFirst && await reader.ReadLineAsync(stopping.Token) is { Length: > 0 } line)
        {
            const string Name = "Sec-WebSocket-Key: ";
            key = line.StartsWith(Name, StringComparison.OrdinalIgnoreCase) ? line[Name.Length..] : key;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(key)), stopping.Token);
        var rest = new byte[256];
        while (await stream.ReadAsync(rest, stopping.Token) > 0)
        {
            // Only its end is of interest.
        }
    }
}
