namespace Rejoin.Cli;

/// <summary>What <c>rejoin check</c> was told; null = not said.</summary>
internal sealed record CheckArguments
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required string? Contract { get; init; }

    public required string? Out { get; init; }

    public required bool Force { get; init; }

    public required bool Json { get; init; }

    public required bool Quiet { get; init; }

    public required bool NoColour { get; init; }
}
