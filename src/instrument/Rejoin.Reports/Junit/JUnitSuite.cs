namespace Rejoin.Reports;

/// <summary>One scenario, or the run as a whole.</summary>
/// <param name="Name">Scenario.</param>
/// <param name="DurationMs">Length in milliseconds; 0 = not recorded.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Output">Numbers and notes, one a line.</param>
internal sealed record JUnitSuite(
    string Name, long DurationMs, IReadOnlyList<JUnitCase> Cases, IReadOnlyList<string> Output)
{
    public bool IsRed => Cases.Any(each => each.Outcome is JUnitOutcome.Failure or JUnitOutcome.Error);

    public int Count(JUnitOutcome outcome) => Cases.Count(each => each.Outcome == outcome);
}
