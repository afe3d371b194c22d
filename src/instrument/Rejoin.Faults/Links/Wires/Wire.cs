using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Rejoin.Faults.Links.Wires;

/// <summary>
/// One socket of the link, with TLS on it or not. One reader and one writer at a time. This is the seam for another
/// engine: what is above it decides on bytes and faults and knows no socket.
/// </summary>
internal sealed class Wire(Socket socket, SslStream? tls = null) : IDisposable
{
    private volatile bool _finSent;

    /// <summary>The socket.</summary>
    public Socket Socket => socket;

    /// <summary>True after <see cref="SendFin"/>.</summary>
    public bool FinSent => _finSent;

    /// <summary>True when it is open, comes from an address (null: any), and has nothing unasked to read.</summary>
    public bool IsUsableFrom(IPAddress? source)
    {
        try
        {
            return (source is null || source.Equals((socket.LocalEndPoint as IPEndPoint)?.Address))
                && !socket.Poll(0, SelectMode.SelectRead);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            return false;
        }
    }

    /// <summary>Reads what is there; 0 after a FIN.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => tls is null
        ? socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken)
        : tls.ReadAsync(buffer, cancellationToken);

    /// <summary>Hands all bytes to the kernel.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (tls is not null)
        {
            await tls.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            return;
        }

        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
        }
    }

    /// <summary>Sends a FIN: a clean one, since the socket is read on and not disposed.</summary>
    public void SendFin()
    {
        if (_finSent)
        {
            return;
        }

        _finSent = true;
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            return; // the peer has reset it already; the reader sees that and records it
        }
    }

    /// <summary>Sends an RST. Nothing is heard from the socket afterwards.</summary>
    public void SendRst()
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            return; // gone already
        }
        finally
        {
            socket.Close(0);
        }
    }

    /// <summary>Closes without an RST of our making: the FIN goes out before unread bytes could provoke one.</summary>
    public void Dispose()
    {
        try
        {
            if (socket.Connected)
            {
                socket.Shutdown(SocketShutdown.Both);
            }
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            _finSent = true; // gone already
        }

        tls?.Dispose();
        socket.Dispose();
    }
}
