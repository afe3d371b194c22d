using System.Net.Security;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>A certificate that this machine does not accept, in words that say what helps here.</summary>
internal static class TlsTrust
{
    /// <summary>The message.</summary>
    /// <param name="target">Address whose certificate it is.</param>
    /// <param name="details">What the client says; holds the names of <see cref="SslPolicyErrors"/>.</param>
    public static RejoinException Problem(Uri target, string details)
    {
        var otherName = Has(details, SslPolicyErrors.RemoteCertificateNameMismatch);
        var noTrust = Has(details, SslPolicyErrors.RemoteCertificateChainErrors);
        var what = (otherName, noTrust) switch
        {
            (true, false) => $"is not for the name '{target.Host}'",
            (true, true) => $"is not for the name '{target.Host}', and nobody whom this machine trusts has signed it",
            (_, true) => "is signed by nobody whom this machine trusts, or has expired",
            _ => "is not accepted",
        };
        var help = new List<string>();
        if (otherName)
        {
            help.Add("Give the name that the certificate has in --target.");
        }

        if (noTrust)
        {
            help.Add(OperatingSystem.IsLinux()
                ? "Install the issuer's certificate in the system's trust store, or name its PEM file in the "
                    + "environment: SSL_CERT_FILE=issuer.pem rejoin run …"
                : "Install the issuer's certificate in the system's trust store.");
        }

        return new RejoinException(
            $"No TLS connection to {target.Host}:{target.Port}: its certificate {what}.",
            help.Count > 0 ? string.Join(' ', help) : "Check the certificate of the service.");
    }

    private static bool Has(string details, SslPolicyErrors error) =>
        details.Contains(error.ToString(), StringComparison.Ordinal);
}
