using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Rejoin.Faults.Links.Wires;

/// <summary>Opens sockets towards the service, from a given source address, with TLS when the service has it.</summary>
internal sealed class UpstreamDialer(LinkOptions options)
{
    private const int LevelIp = 0;
    private const int OptionBindAddressNoPort = 24;

    /// <summary>Connects.</summary>
    /// <exception cref="UpstreamException">Not reached in time, refused, or not trusted.</exception>
    public async Task<Wire> DialAsync(IPAddress? source, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(options.ConnectTimeout);
        Socket? socket = null;
        try
        {
            socket = await ConnectAsync(source, bound.Token).ConfigureAwait(false);
            var wire = options.Upstream.Scheme == "wss"
                ? new Wire(socket, await SecureAsync(socket, bound.Token).ConfigureAwait(false))
                : new Wire(socket);
            socket = null;
            return wire;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UpstreamException($"no answer within {options.ConnectTimeout.TotalMilliseconds:0} ms");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            throw new UpstreamException(e.Message, e);
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private async Task<Socket> ConnectAsync(IPAddress? source, CancellationToken cancellationToken)
    {
        var family = source?.AddressFamily ?? AddressFamily.Unspecified;
        var addresses = await Dns.GetHostAddressesAsync(options.Upstream.IdnHost, family, cancellationToken)
            .ConfigureAwait(false);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                Bind(socket, source);
                await socket.ConnectAsync(address, options.Upstream.Port, cancellationToken).ConfigureAwait(false);
                (var connected, socket) = (socket, null);
                return connected;
            }
            catch (SocketException e)
            {
                last = e;
            }
            finally
            {
                socket?.Dispose();
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static void Bind(Socket socket, IPAddress? source)
    {
        if (source is null)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            // The port is chosen when connecting, so that one address serves more connections than it has ports.
            socket.SetRawSocketOption(LevelIp, OptionBindAddressNoPort, [1, 0, 0, 0]);
        }

        socket.Bind(new IPEndPoint(source, 0));
    }

    private async Task<SslStream> SecureAsync(Socket socket, CancellationToken cancellationToken)
    {
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.Upstream.IdnHost,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    RemoteCertificateValidationCallback = options.TrustUpstream,
                },
                cancellationToken).ConfigureAwait(false);
            (var secured, tls) = (tls, null);
            return secured;
        }
        finally
        {
            if (tls is not null)
            {
                await tls.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
