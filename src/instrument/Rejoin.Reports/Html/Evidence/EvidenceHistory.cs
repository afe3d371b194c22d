using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>A history that a finding points to.</summary>
/// <param name="History">The history; null if it cannot be shown.</param>
/// <param name="Problem">Why it cannot: one sentence; null if it can.</param>
internal sealed record EvidenceHistory(TrialHistory? History, string? Problem)
{
    public static EvidenceHistory None(string problem) => new(null, problem);
}
