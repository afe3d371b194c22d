using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Rejoin.Server;

/// <summary>The keys of access tokens, each for one algorithm.</summary>
/// <param name="Keys">Keys to check with.</param>
/// <param name="Algorithms">Algorithms that are accepted: those of the keys, nothing else.</param>
/// <param name="DevKey">Key that the development issuer signs with; null = there is none.</param>
internal sealed record TokenKeys(
    IReadOnlyList<SecurityKey> Keys, IReadOnlyList<string> Algorithms, SymmetricSecurityKey? DevKey)
{
    private const int SecretBytes = 32;

    public override string ToString() => $"TokenKeys {{ Algorithms = {string.Join(',', Algorithms)} }}";

    /// <summary>The keys that the options name.</summary>
    /// <exception cref="RejoinServerException">A key cannot be read or is too weak (<c>key</c>).</exception>
    public static TokenKeys Load(ServerOptions options)
    {
        var keys = new List<SecurityKey>();
        var algorithms = new List<string>();
        SymmetricSecurityKey? devKey = null;
        if (options.Key.Hs256File is { } file)
        {
            keys.Add(Secret(file, File.ReadAllText(file)));
        }

        if (options.Key.Hs256Env is { } variable)
        {
            keys.Add(Secret(variable, Environment.GetEnvironmentVariable(variable) ?? string.Empty));
        }

        if (options.Dev)
        {
            devKey = DevKeyFile.LoadOrCreate(Path.Combine(options.DataFolder, DevKeyFile.Name));
            keys.Add(devKey);
        }

        if (keys.Count > 0)
        {
            algorithms.Add(SecurityAlgorithms.HmacSha256);
        }

        if (options.Key.Es256File is { } pem)
        {
            keys.Add(PublicKey(pem));
            algorithms.Add(SecurityAlgorithms.EcdsaSha256);
        }

        return new TokenKeys(keys, algorithms, devKey);
    }

    public static SymmetricSecurityKey Secret(string source, string base64)
    {
        try
        {
            var secret = Convert.FromBase64String(base64.Trim());
            return secret.Length >= SecretBytes
                ? new SymmetricSecurityKey(secret)
                : throw Bad(source, $"holds {secret.Length} bytes; HS256 needs at least {SecretBytes}", null);
        }
        catch (FormatException error)
        {
            throw Bad(source, "is not base64", error);
        }
    }

    private static ECDsaSecurityKey PublicKey(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw Bad(path, "is no PEM file with one P-256 public key", error);
        }

        if (key.KeySize != 256)
        {
            key.Dispose();
            throw Bad(path, "holds a key of another curve than P-256", null);
        }

        return new ECDsaSecurityKey(key);
    }

    private static RejoinServerException Bad(string source, string what, Exception? inner) => new(
        "key", $"The token key '{source}' {what}.", "Give 32 or more random bytes in base64, or a P-256 PEM.", inner);
}
