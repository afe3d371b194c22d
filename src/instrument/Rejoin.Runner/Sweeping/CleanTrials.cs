using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The sum of trials in which nothing was found: what a sweep of any size keeps of them.</summary>
internal sealed class CleanTrials
{
    private readonly Dictionary<string, long> opportunities = [];
    private readonly Dictionary<string, int> cuts = [];
    private readonly List<double> resumeSeconds = [];
    private readonly List<double> cutToRestoredMs = [];
    private readonly SortedSet<string> checks = new(StringComparer.Ordinal);
    private TrialHeader? first;
    private int resumes;
    private long operations;

    /// <summary>Whether a trial gives no reason to keep more than its numbers.</summary>
    public static bool IsClean(TrialResult trial) => trial.Broken is null
        && trial.Judgement.Judgements.All(each => each.Findings.Count == 0 && each.Unknowns.Count == 0);

    public void Add(TrialResult trial)
    {
        first ??= trial.Header;
        checks.UnionWith(trial.Header.Checks ?? []);
        foreach (var each in trial.Judgement.Judgements)
        {
            opportunities[each.Check] = opportunities.GetValueOrDefault(each.Check) + each.Opportunities;
        }

        foreach (var (kind, count) in trial.Numbers.Cuts)
        {
            cuts[kind] = cuts.GetValueOrDefault(kind) + count;
        }

        resumes += trial.Numbers.Resumes;
        operations += trial.Numbers.Operations;
        resumeSeconds.AddRange(trial.Numbers.ResumeSeconds);
        cutToRestoredMs.AddRange(trial.Numbers.CutToRestoredMs);
    }

    /// <summary>All of them as one; null if there was none.</summary>
    public TrialResult? Sum() => first is null ? null : new TrialResult
    {
        // The undisturbed trial comes first, and is not asked whether its faults fired.
        Header = first with { Checks = [.. checks] },
        Judgement = new TrialJudgement
        {
            Trial = first,
            Judgements =
            [
                .. opportunities.Select(pair => new Judgement { Check = pair.Key, Opportunities = pair.Value }),
            ],
        },
        Numbers = new TrialNumbers
        {
            Resumes = resumes,
            Operations = operations,
            Cuts = cuts,
            ResumeSeconds = resumeSeconds,
            ResumeSecondsOfGroup = new Dictionary<string, IReadOnlyList<double>>(),
            Objectives = new Dictionary<string, ObjectiveSamples>(),
            CutToRestoredMs = cutToRestoredMs,
        },
    };
}
