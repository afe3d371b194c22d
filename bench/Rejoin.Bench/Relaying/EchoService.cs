using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rejoin.Bench;

/// <summary>What the relays stand in front of: accepts every upgrade and answers each masked frame of one fixed length
/// with an unmasked one; blocking, a thread per connection, so that it is as quick as can be.</summary>
internal sealed class EchoService : IDisposable
{
    private static readonly byte[] Accepted = Encoding.ASCII.GetBytes(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Listens on a free port of loopback.</summary>
    public EchoService()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4_096);
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>Port on loopback.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                socket.NoDelay = true;
                new Thread(() => Serve(socket), 128 * 1024) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    private static void Serve(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            using (socket)
            {
                var filled = 0;
                while (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) < 0)
                {
                    filled += Receive(socket, buffer.AsSpan(filled));
                }

                socket.Send(Accepted);
                while (RelayFrames.Read(socket, buffer, RelayFrames.MaskedBytes))
                {
                    socket.Send(RelayFrames.Answer);
                }
            }
        }
        catch (SocketException)
        {
            // The relay has reset the connection: it is over either way.
        }
    }

    private static int Receive(Socket socket, Span<byte> buffer) => socket.Receive(buffer) is > 0 and var count
        ? count
        : throw new SocketException((int)SocketError.ConnectionReset);
}
