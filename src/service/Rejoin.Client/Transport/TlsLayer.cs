using System.Net.Security;
using System.Security.Authentication;

namespace Rejoin.Client;

/// <summary>TLS over a byte stream.</summary>
internal static class TlsLayer
{
    /// <exception cref="RejoinClientException">No TLS connection; the stream is disposed.</exception>
    public static async Task<Stream> SecureAsync(
        Stream stream, Uri uri, RemoteCertificateValidationCallback? trust, CancellationToken cancellationToken)
    {
        SslPolicyErrors? distrusted = null;
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = uri.IdnHost,
                ApplicationProtocols = [SslApplicationProtocol.Http11],
                RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                {
                    var trusted = trust?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
                    distrusted = trusted ? null : errors;
                    return trusted;
                },
            };
            await secure.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
            return secure;
        }
        catch (Exception error) when (error is AuthenticationException or IOException)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new RejoinClientException(distrusted is { } errors
                ? Errors.Of(
                    ClientFailure.TlsCertificate,
                    ClientStage.Tls,
                    $"The certificate of {uri.IdnHost}:{uri.Port} is not trusted ({errors}). Do not go on; install the "
                    + "issuer or set CertificateTrust.",
                    error)
                : Errors.Of(
                    ClientFailure.TlsHandshake,
                    ClientStage.Tls,
                    $"The TLS handshake with {uri.IdnHost}:{uri.Port} failed. Check that it serves TLS.",
                    error));
        }
        catch
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
