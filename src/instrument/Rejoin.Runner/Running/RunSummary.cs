using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The document of a run from the outcomes of its scenarios.</summary>
internal static class RunSummary
{
    public static RunDocument Of(
        RunOptions options, DateTimeOffset started, TimeSpan length, IReadOnlyList<ScenarioDocument> scenarios,
        IReadOnlyList<FindingDocument> findings, bool interrupted)
    {
        var verdict = scenarios.Select(each => each.Verdict).Worst();
        verdict = interrupted ? verdict.And(Verdict.Unknown) : verdict;
        return new RunDocument
        {
            Tool = options.ToolVersion,
            Started = started,
            DurationMs = (long)length.TotalMilliseconds,
            Verdict = verdict,
            ExitCode = interrupted ? ExitCodes.Interrupted : ExitCodes.Of(verdict, findings),
            Interrupted = interrupted,
            Seed = options.Seed.ToString(),
            Rounds = options.Rounds,
            Trial = options.OnlyTrial,
            Sabotage = options.Sabotage,
            Target = new TargetDocument
            {
                Description = options.Target.Description,
                Service = options.Contract.Service,
                Driver = $"{options.Driver.Description.Name} {options.Driver.Description.ClientVersion}",
                FreshProcessPerRound = options.Target.FreshProcessPerRound,
                Notes = Notes(options),
            },
            Environment = EnvironmentDocument.Here(),
            Scenarios = scenarios,
            Findings = WorstFirst(findings),
        };
    }

    public static IReadOnlyList<FindingDocument> WorstFirst(IEnumerable<FindingDocument> findings) =>
    [
        .. findings.OrderBy(finding => finding.Severity == "fail" ? 0 : 1).ThenBy(each => each.Id,
            StringComparer.Ordinal),
    ];

    private static List<string> Notes(RunOptions options)
    {
        var notes = new List<string>([.. options.NotJudged, .. options.Target.Notes]);
        var windows = options.Contract.Windows;
        if (options.Target.Principals == 1)
        {
            notes.Add("One access token: leaks between principals were not judged.");
        }

        var longest = options.Scenarios.Select(id => ScenarioCatalogue.Find(id).LongestAbsence(windows))
            .DefaultIfEmpty().Max();
        if (longest > TimeSpan.Zero && !options.Target.CanMoveTime)
        {
            notes.Add("The clock of this target cannot be moved: absences of up to "
                + $"{longest.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s were waited for.");
        }

        if (options.AreWindowsScaled)
        {
            notes.Add("--quick: the windows were shorter than the contract's, by its windows.quickScale "
                + windows.QuickScale?.ToString(CultureInfo.InvariantCulture) + ".");
        }

        return notes;
    }
}
