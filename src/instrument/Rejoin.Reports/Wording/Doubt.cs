namespace Rejoin.Reports;

/// <summary>Something without a verdict of pass or fail.</summary>
/// <param name="What">Checks, objectives or trials, and the scenarios that it holds for.</param>
/// <param name="Reason">Why: part of a sentence.</param>
internal sealed record Doubt(string What, string Reason);
