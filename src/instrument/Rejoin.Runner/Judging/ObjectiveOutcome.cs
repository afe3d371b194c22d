namespace Rejoin.Runner;

/// <summary>The objectives of a scenario.</summary>
internal sealed record ObjectiveOutcome(
    IReadOnlyList<ObjectiveDocument> Documents, IReadOnlyList<FindingDocument> Findings)
{
    public static ObjectiveOutcome Of(JudgingContext context, string scenario, IReadOnlyList<TrialResult> trials) =>
        new([], []);
}
