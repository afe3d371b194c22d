namespace Rejoin.Checks.Tests;

/// <summary>A history put to every check under the contract of the reference service.</summary>
public static class Judged
{
    public static IReadOnlyList<Judgement> All(TrialHistory history, Contract? contract = null)
    {
        var ids = CheckCatalogue.All.Select(check => check.Id);
        return Judge.Trial(history, contract ?? BuiltInContracts.Reference(), ids).Judgements;
    }

    public static IReadOnlyList<string> Accusers(TrialHistory history, Contract? contract = null) =>
        [.. All(history, contract).Where(judgement => judgement.Findings.Count > 0)
            .Select(judgement => judgement.Check)];
}
