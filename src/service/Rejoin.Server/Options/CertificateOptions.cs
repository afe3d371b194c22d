namespace Rejoin.Server;

/// <summary>The server's certificate.</summary>
public sealed record CertificateOptions
{
    /// <summary>File with the certificate: PFX (.pfx, .p12), else PEM.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>PEM file with the private key; null = in <see cref="Path"/>.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Environment variable that holds the password of a PFX file; null = no password.</summary>
    public string? PasswordEnv { get; init; }

    internal void Validate(List<string> errors)
    {
        OptionRange.Require(errors, File.Exists(Path), $"certificate.path: there is no file '{Path}'.");
        OptionRange.Require(
            errors, KeyPath is null || File.Exists(KeyPath), $"certificate.keyPath: there is no file '{KeyPath}'.");
    }
}
