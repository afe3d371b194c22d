using System.Net.Sockets;
using System.Text;

namespace Rejoin.Faults.Tests.Peers;

/// <summary>One end of a connection that says exactly what its socket saw.</summary>
internal sealed class RawSocket(Socket socket) : IDisposable
{
    public Socket Socket => socket;

    /// <summary>True when an RST has shown before the first read.</summary>
    public bool WasReset { get; set; }

    public Task SendAsync(byte[] bytes) => socket.SendAsync(bytes);

    public Task SendTextAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Reads a head with its empty line.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var text = new StringBuilder();
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            text.Append(Encoding.Latin1.GetString(await ReadExactlyAsync(1)));
        }

        return text.ToString();
    }

    public async Task<byte[]> ReadExactlyAsync(int bytes)
    {
        var buffer = new byte[bytes];
        using var bound = Bound();
        for (var at = 0; at < bytes;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(at), bound.Token);
            at += read > 0 ? read : throw new EndOfStreamException($"FIN after {at} of {bytes} bytes");
        }

        return buffer;
    }

    /// <summary>Reads to the end: the bytes, and <c>fin</c> or <c>rst</c>.</summary>
    public async Task<(byte[] Bytes, string End)> ReadToEndAsync()
    {
        if (WasReset)
        {
            return ([], "rst");
        }

        var all = new MemoryStream();
        var buffer = new byte[4096];
        using var bound = Bound();
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(), bound.Token);
                if (read == 0)
                {
                    return (all.ToArray(), "fin");
                }

                all.Write(buffer, 0, read);
            }
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return (all.ToArray(), "rst");
        }
    }

    /// <summary>True when nothing has come and nothing has ended.</summary>
    public bool IsSilent() => !socket.Poll(0, SelectMode.SelectRead);

    public void Fin() => socket.Shutdown(SocketShutdown.Send);

    public void Rst()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose() => socket.Dispose();

    private static CancellationTokenSource Bound() => new(TimeSpan.FromSeconds(10));
}
