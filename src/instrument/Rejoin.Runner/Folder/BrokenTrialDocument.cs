namespace Rejoin.Runner;

/// <summary>A trial that could not be carried out to its end.</summary>
/// <param name="Trial">Trial.</param>
/// <param name="Reason">Why: part of a sentence.</param>
public sealed record BrokenTrialDocument(int Trial, string Reason);
