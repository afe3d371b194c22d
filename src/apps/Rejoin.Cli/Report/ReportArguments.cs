namespace Rejoin.Cli;

/// <summary>What <c>rejoin report</c> was told; null = not said.</summary>
internal sealed record ReportArguments
{
    public required string Folder { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    public required string? Out { get; init; }

    public required bool Force { get; init; }

    public required bool Json { get; init; }

    public required bool NoColour { get; init; }
}
