namespace Rejoin.Cli;

/// <summary>What <c>rejoin serve</c> was told; null = not said.</summary>
internal sealed record ServeArguments
{
    public required bool Dev { get; init; }

    public required string? Listen { get; init; }

    public required int? Port { get; init; }

    public required string? Data { get; init; }

    public required string? Config { get; init; }

    public required string? Hs256File { get; init; }

    public required string? Hs256Env { get; init; }

    public required string? Es256File { get; init; }

    public required string? Certificate { get; init; }

    public required string? CertificateKey { get; init; }

    public required bool Json { get; init; }

    public required bool Verbose { get; init; }
}
