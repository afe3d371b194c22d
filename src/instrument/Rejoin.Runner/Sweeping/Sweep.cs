using System.Collections.Concurrent;
using Rejoin.Checks;
using Rejoin.Faults.Plans;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>One sweep against one service process.</summary>
internal sealed class Sweep(SweepOptions options, ITargetInstance instance, IRunObserver observer)
{
    private const int MapRuns = 5;
    private const int KeptAtMost = 1_000;
    private readonly SweepTally tally = new();
    private readonly RoundClock clock = new(instance.Control, options.Run.Time);
    private readonly IReadOnlyList<string> checks = ConversationChecks.Of(
        options.Script, expectsFaults: true, options.Persistent);
    private readonly IReadOnlyList<string> withoutFaults = ConversationChecks.Of(
        options.Script, expectsFaults: false, options.Persistent);
    private FrameMap map = FrameMap.Empty;
    private IReadOnlyList<string> differences = [];
    private string? trouble;
    private int kept;
    private int histories;

    private FaultPlan PlanOf(SweepPoint point) =>
        point.PlanOf(options.Persistent ? FaultRepeat.Always : FaultRepeat.Once);

    private string Scenario => ScriptScenario.NameOf(options.Script);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, instance.Gone);
        if (!await MapAsync(ending.Token).ConfigureAwait(false))
        {
            return;
        }

        var next = SweepPoints.Of(map, options.Depth, options.Kinds);
        observer.ScenarioStarted(Scenario, next.Count);
        var number = MapRuns;
        while (next.Count > 0)
        {
            var further = new ConcurrentBag<(int Number, SweepPoint Point)>();
            var degree = new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Run.Parallel, CancellationToken = ending.Token,
            };
            var numbered = next.Select((point, at) => (point, number + at + 1)).ToList();
            number += next.Count;
            await Parallel.ForEachAsync(numbered, degree, async (each, stop) =>
            {
                foreach (var point in await TrialAsync(each.point, each.Item2, stop).ConfigureAwait(false))
                {
                    further.Add((each.Item2, point));
                }
            }).ConfigureAwait(false);
            next = [.. further.OrderBy(each => each.Number).Select(each => each.Point)];
        }
    }

    public ScenarioOutcome Judge()
    {
        var context = new JudgingContext(
            options.Run.Contract,
            IsOneTrial: false,
            (_, trial) => trial is { } one
                ? ReplayPlan.CommandFor(options.Run.Folder, Scenario, one)
                : SweepExecutor.CommandOf(options),
            header => RunFolder.HistoryName(header.Scenario, header.Trial))
        {
            IdleExcuse = JudgingContext.ConversationExcuse,
        };
        var outcome = ScenarioJudge.Judge(context, Scenario, tally.Results());
        var document = outcome.Document with
        {
            Trials = tally.Trials,
            Sweep = tally.Document(options, map, differences, histories),
        };
        return outcome with { Document = trouble is null ? document : document with
        {
            Verdict = document.Verdict.And(Verdict.Unknown), Reason = trouble,
        } };
    }

    /// <summary>The conversation without a fault, as often as it takes to see whether its frames are always the same;
    /// false if it does not hold even so.</summary>
    private async Task<bool> MapAsync(CancellationToken cancellation)
    {
        var maps = new List<FrameMap>();
        for (var run = 1; run <= MapRuns; run++)
        {
            var scenario = new ScriptScenario(options.Script, FaultPlan.None, withoutFaults);
            var result = await RunTrialAsync(scenario, run, (_, _) => true, cancellation).ConfigureAwait(false);
            tally.Add(null, result, scenario.Injections);
            if (!CleanTrials.IsClean(result))
            {
                trouble = "the conversation does not hold without any fault, so nothing was cut: "
                    + Complaint(result);
                return false;
            }

            maps.Add(scenario.Map);
        }

        map = FrameMap.Common(maps);
        differences = FrameMap.Differences(maps);
        return true;
    }

    private static string Complaint(TrialResult result) => result.Broken ?? result.Judgement.Judgements
        .SelectMany(each => each.Findings.Select(found => $"{found.Id} {found.Message}").Concat(each.Unknowns))
        .First();

    /// <summary>Cuts at a point; what is to be cut next because of it.</summary>
    private async Task<IReadOnlyList<SweepPoint>> TrialAsync(
        SweepPoint point, int number, CancellationToken cancellation)
    {
        var scenario = new ScriptScenario(
            options.Script, PlanOf(point), point.IsProbe || point.IsFound ? withoutFaults : checks);
        var result = await RunTrialAsync(
            scenario,
            number,
            (result, history) => SweepTries.After(point, result, scenario.Injections) is null
                && Keep(point, result, history),
            cancellation).ConfigureAwait(false);
        observer.TrialEnded(
            Scenario, number, result.Numbers.Resumes, result.Judgement.Judgements.Sum(each => each.Findings.Count));
        if (SweepTries.After(point, result, scenario.Injections) is { } again)
        {
            tally.AddMiss();
            return [again];
        }

        tally.Add(point, result, scenario.Injections);
        return point.IsProbe && SweepTally.HasFired(scenario.Injections) ? SweepPoints.Beyond(point) : [];
    }

    private Task<TrialResult> RunTrialAsync(
        ScriptScenario scenario, int number, Func<TrialResult, TrialHistory, bool> keep,
        CancellationToken cancellation) => TrialRunner.RunAsync(
            options.Run, scenario, instance, clock, round: 1, number, cancellation, (result, history) =>
            {
                var isKept = keep(result, history);
                Interlocked.Add(ref histories, isKept ? 1 : 0);
                return isKept;
            });

    /// <summary>Whether the history of a trial is kept; its plan is written if it shows something.</summary>
    private bool Keep(SweepPoint point, TrialResult result, TrialHistory history)
    {
        if (CleanTrials.IsClean(result))
        {
            return options.Keep;
        }

        if (Interlocked.Increment(ref kept) > KeptAtMost)
        {
            return false;
        }

        ReplayPlan.Of(options, PlanOf(point), result, history).Write(options.Run.Folder);
        return true;
    }
}
