namespace Rejoin.Runner;

/// <summary>A scenario's document and its findings.</summary>
internal sealed record ScenarioOutcome(ScenarioDocument Document, IReadOnlyList<FindingDocument> Findings);
