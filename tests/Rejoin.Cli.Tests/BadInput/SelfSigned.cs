using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rejoin.Cli.Tests.BadInput;

/// <summary>A certificate that nobody trusts.</summary>
internal static class SelfSigned
{
    /// <summary>Writes certificate and private key as PEM.</summary>
    public static void Write(string path, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
