using System.Net;
using System.Net.Sockets;

namespace Rejoin.Client;

/// <summary>The default way to a server: name resolution, then TCP to each address in turn.</summary>
internal static class TcpDialer
{
    /// <exception cref="RejoinClientException">No connection, with the cause of the last address.</exception>
    public static async Task<Stream> DialAsync(Uri uri, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var address in await ResolveAsync(uri, cancellationToken).ConfigureAwait(false))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, uri.Port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException error)
            {
                socket.Dispose();
                last = error;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new RejoinClientException(Failed(uri, last));
    }

    private static async Task<IPAddress[]> ResolveAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(uri.IdnHost, out var literal))
        {
            return [literal];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(uri.IdnHost, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw new RejoinClientException(Errors.Of(
                ClientFailure.NameResolution,
                ClientStage.NameResolution,
                $"The host name '{uri.IdnHost}' could not be resolved. Check the name and the resolver.",
                error));
        }
    }

    private static ClientError Failed(Uri uri, SocketException? error) => error?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => Errors.Of(
            ClientFailure.ConnectionRefused,
            ClientStage.Tcp,
            $"The connection to {uri.IdnHost}:{uri.Port} was refused. Check that the server runs and listens there.",
            error),
        SocketError.TimedOut => Errors.Of(
            ClientFailure.ConnectTimeout,
            ClientStage.Tcp,
            $"{uri.IdnHost}:{uri.Port} did not answer. Check address, firewall and network.",
            error),
        _ => Errors.Of(
            ClientFailure.Unreachable,
            ClientStage.Tcp,
            $"{uri.IdnHost}:{uri.Port} could not be reached ({error?.SocketErrorCode}). Check address and network.",
            error),
    };
}
