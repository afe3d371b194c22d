namespace Rejoin.Server;

/// <summary>Where the keys are that access tokens are checked with. The algorithms are fixed by what is given
/// here, never by a token.</summary>
public sealed record KeyOptions
{
    /// <summary>File with an HS256 secret in base64, at least 32 bytes; null = none.</summary>
    public string? Hs256File { get; init; }

    /// <summary>Environment variable with an HS256 secret in base64, at least 32 bytes; null = none.</summary>
    public string? Hs256Env { get; init; }

    /// <summary>PEM file with an ES256 (P-256) public key; null = none.</summary>
    public string? Es256File { get; init; }

    internal bool IsPresent => Hs256File is not null || Hs256Env is not null || Es256File is not null;

    internal void Validate(List<string> errors)
    {
        OptionRange.Require(
            errors, Hs256File is null || File.Exists(Hs256File), $"key.hs256File: there is no file '{Hs256File}'.");
        OptionRange.Require(
            errors,
            Hs256Env is null || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Hs256Env)),
            $"key.hs256Env: the variable '{Hs256Env}' is not set.");
        OptionRange.Require(
            errors, Es256File is null || File.Exists(Es256File), $"key.es256File: there is no file '{Es256File}'.");
    }
}
