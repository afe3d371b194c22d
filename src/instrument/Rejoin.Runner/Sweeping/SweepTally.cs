using System.Globalization;
using Rejoin.Faults.Links;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>What a sweep has seen so far. Thread-safe.</summary>
internal sealed class SweepTally
{
    private readonly Lock gate = new();
    private readonly CleanTrials clean = new();
    private readonly List<TrialResult> notable = [];
    private readonly List<SweepCell> cells = [];
    private readonly List<SweepMiss> misses = [];
    private readonly List<SweepRetry> retried = [];
    private readonly List<string> rare = [];

    /// <summary>Trials so far.</summary>
    public int Trials { get; private set; }

    /// <summary>Counts a trial that is made again.</summary>
    public void AddMiss()
    {
        lock (gate)
        {
            Trials++;
        }
    }

    /// <summary>Takes a trial in. Without a point it was undisturbed; a probe that did not fire is no point.</summary>
    public void Add(SweepPoint? point, TrialResult trial, IReadOnlyList<Injection> injections)
    {
        lock (gate)
        {
            Trials++;
            if (CleanTrials.IsClean(trial))
            {
                clean.Add(trial);
            }
            else
            {
                notable.Add(trial);
            }

            if (point is null || (point.IsProbe && !HasFired(injections)))
            {
                return;
            }

            if (point.IsFound && !SweepTries.HasComeUp(injections) && CleanTrials.IsClean(trial))
            {
                rare.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{FrameMap.Way(point.At.Direction)} frame {point.At.Frame}: met by one probe ({point.Kind.Id}), "
                        + $"and not again in {point.Misses + 1} trials"));
                return;
            }

            Note(point, trial, injections);
        }
    }

    /// <summary>Whether a planned fault happened, as labelled or otherwise.</summary>
    public static bool HasFired(IReadOnlyList<Injection> injections) =>
        injections.Any(each => each.Outcome != InjectionOutcome.NotFired);

    /// <summary>Verdict of one trial: what it does not exercise is no fault of it.</summary>
    public static Verdict VerdictOf(TrialResult trial) => trial.Judgement.HasFindings ? Verdict.Fail
        : CleanTrials.IsClean(trial) ? Verdict.Pass
        : Verdict.Unknown;

    /// <summary>The trials for the judgement, those without a finding as one.</summary>
    public IReadOnlyList<TrialResult> Results()
    {
        lock (gate)
        {
            var sum = clean.Sum();
            return [.. (sum is null ? notable : notable.Append(sum)).OrderBy(trial => trial.Header.Trial)];
        }
    }

    /// <summary>The coverage.</summary>
    public SweepDocument Document(
        SweepOptions options, FrameMap map, IReadOnlyList<string> differences, int histories)
    {
        lock (gate)
        {
            var missed = misses.Select(miss => miss.Trial).ToHashSet();
            return new SweepDocument
            {
                Conversation = options.Script.Id,
                Depth = options.Depth,
                Persistent = options.Persistent,
                Kinds = [.. options.Kinds.Select(kind => kind.Id)],
                Frames =
                [
                    .. map.Frames.Select(frame => new SweepFrame(
                        FrameMap.Way(frame.Direction), frame.Ordinal, frame.HeaderLength, frame.PayloadLength)),
                ],
                MapDifferences = [.. differences, .. rare],
                Histories = histories,
                Points = cells.Count,
                Fired = cells.Count - misses.Count,
                Coverage =
                [
                    .. cells.GroupBy(cell => (cell.Direction, cell.Kind))
                        .OrderBy(group => group.Min(cell => cell.Trial))
                        .Select(group => new SweepCoverage(
                            group.Key.Direction, group.Key.Kind, group.Count(),
                            group.Count(cell => !missed.Contains(cell.Trial)))),
                ],
                NotFired = [.. misses.OrderBy(miss => miss.Trial)],
                Retried = [.. retried.OrderBy(each => each.Trial)],
                Cells = [.. cells.OrderBy(cell => cell.Trial)],
            };
        }
    }

    private void Note(SweepPoint point, TrialResult trial, IReadOnlyList<Injection> injections)
    {
        var number = trial.Header.Trial;
        cells.Add(new SweepCell(
            point.Kind.Id, FrameMap.Way(point.At.Direction), point.At.Frame, point.Position, number,
            VerdictOf(trial)));
        if (!SweepTries.HasComeUp(injections))
        {
            misses.Add(new SweepMiss(number, point.ToString(), SweepTries.ReasonOf(trial, injections)));
        }

        if (point.FirstMiss is { } reason)
        {
            retried.Add(new SweepRetry(number, point.ToString(), point.Misses + 1, reason));
        }
    }
}
