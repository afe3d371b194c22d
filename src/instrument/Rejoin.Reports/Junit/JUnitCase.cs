namespace Rejoin.Reports;

/// <summary>One check, one objective, or what a run needs to be worth anything.</summary>
internal sealed record JUnitCase
{
    public required string Name { get; init; }

    public required JUnitOutcome Outcome { get; init; }

    /// <summary>Kind of failure or error: <c>finding</c>, <c>objective</c>, <c>unknown</c>, <c>broken</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>One sentence; empty for a pass.</summary>
    public string Message { get; init; } = "";

    /// <summary>Evidence, hint and repeat command, on several lines.</summary>
    public string Text { get; init; } = "";

    /// <summary>Length in milliseconds; 0 = judging takes no time worth telling.</summary>
    public long DurationMs { get; init; }
}
