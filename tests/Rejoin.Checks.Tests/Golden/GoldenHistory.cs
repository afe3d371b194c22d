using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

/// <summary>A golden history: the verdict that a check must give, and the script that the file was written
/// by.</summary>
public sealed record GoldenHistory(string Check, Verdict Verdict, string Name, Func<TrialScript> Script)
{
    /// <summary>Contract that it is judged by: that of the reference service, if nothing else is said.</summary>
    public Contract Contract { get; init; } = BuiltInContracts.Reference();

    public string File => Repository.Path(
        "vectors", "histories", Check, $"{Verdict.ToString().ToLowerInvariant()}-{Name}.jsonl");
}
