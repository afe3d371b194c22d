namespace Rejoin.Cli;

/// <summary>The result of <c>rejoin driver-test --json</c>.</summary>
internal sealed record DriverTestDocument
{
    public string Schema { get; } = "rejoin.driver-test/1";

    public required string Verdict { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public required IReadOnlyList<string> Operations { get; init; }

    public required IReadOnlyList<string> Parts { get; init; }

    public required IReadOnlyList<DriverFinding> Findings { get; init; }
}
