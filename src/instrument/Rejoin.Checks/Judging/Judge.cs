namespace Rejoin.Checks;

/// <summary>Judges histories: which checks apply, what each finds in a trial, and what that comes to over
/// many.</summary>
public static class Judge
{
    private const int MaximumUnknowns = 20;

    /// <summary>What the checks find in one trial.</summary>
    /// <param name="history">A history that keeps the rules of docs/reference/history.md.</param>
    /// <param name="contract">What the service promises; checks that need another promise are left out.</param>
    /// <param name="checkIds">Checks to ask; those that judge no single history, such as RJ801, are left out.</param>
    /// <exception cref="ArgumentException">An id that is not in the catalogue.</exception>
    /// <remarks>A check that throws gives an unknown with the reason: it neither passes nor ends the run.</remarks>
    public static TrialJudgement Trial(TrialHistory history, Contract contract, IEnumerable<string> checkIds)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(contract);
        var checks = Described(checkIds).Where(check => NotJudgedBecause(check, contract) is null)
            .Select(check => check.Check).OfType<ICheck>();
        return new() { Trial = history.Header, Judgements = Ask(checks, history, contract) };
    }

    /// <summary>What each check says of all trials; one result per id, those that are not judged included.</summary>
    /// <exception cref="ArgumentException">An id that is not in the catalogue.</exception>
    public static IReadOnlyList<CheckResult> Merge(
        Contract contract, IEnumerable<string> checkIds, IEnumerable<TrialJudgement> trials)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(trials);
        var byCheck = trials.SelectMany(trial => trial.Judgements.Select(judgement => (trial.Trial, judgement)))
            .ToLookup(pair => pair.judgement.Check);
        return [.. Described(checkIds).Where(check => check.Check is not null)
            .Select(check => Merge(check, NotJudgedBecause(check, contract), byCheck[check.Id]))];
    }

    /// <summary>What these checks find in one history: the part of <see cref="Trial"/> that any check can be put
    /// through.</summary>
    internal static IReadOnlyList<Judgement> Ask(IEnumerable<ICheck> checks, TrialHistory history, Contract contract)
    {
        HistoryIndex? index = null;
        return [.. checks.Select(
            check => Guarded(check, () => check.Judge(index ??= new HistoryIndex(history, contract), contract)))];
    }

    private static CheckResult Merge(
        CheckDescription check, string? notJudged, IEnumerable<(TrialHeader Trial, Judgement Judgement)> judgements)
    {
        var (opportunities, findings, unknowns) = (0L, new List<TrialFinding>(), new List<string>());
        foreach (var (trial, judgement) in judgements)
        {
            opportunities += judgement.Opportunities;
            findings.AddRange(
                judgement.Findings.Select(finding => new TrialFinding { Trial = trial, Finding = finding }));
            unknowns.AddRange(judgement.Unknowns.Select(reason => $"trial {trial.Trial}: {reason}")
                .Take(MaximumUnknowns - unknowns.Count));
        }

        return new()
        {
            Check = check,
            NotJudgedBecause = notJudged,
            Opportunities = opportunities,
            Findings = findings,
            Unknowns = unknowns,
        };
    }

    private static Judgement Guarded(ICheck check, Func<Judgement> judge)
    {
        try
        {
            return judge();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new()
            {
                Check = check.Id,
                Opportunities = 0,
                Unknowns = [$"the check {check.Id} broke off: {exception.GetType().Name}: {exception.Message}"],
            };
        }
    }

    private static string? NotJudgedBecause(CheckDescription check, Contract contract) =>
        check.Check?.NotJudgedBecause(contract);

    private static IEnumerable<CheckDescription> Described(IEnumerable<string> checkIds)
    {
        ArgumentNullException.ThrowIfNull(checkIds);
        return checkIds.Select(id => CheckCatalogue.Find(id)
            ?? throw new ArgumentException($"There is no check '{id}'.", nameof(checkIds)));
    }
}
