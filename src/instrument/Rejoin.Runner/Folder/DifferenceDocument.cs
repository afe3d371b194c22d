namespace Rejoin.Runner;

/// <summary>One outcome that is not the recorded one.</summary>
/// <param name="What">The verdict, a scenario, or a check or objective of a scenario.</param>
/// <param name="Recorded">Outcome that was recorded: <c>fail, 3 findings</c>.</param>
/// <param name="Now">Outcome of this judgement.</param>
public sealed record DifferenceDocument(string What, string Recorded, string Now);
