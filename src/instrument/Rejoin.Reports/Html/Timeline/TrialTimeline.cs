using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>What a finding's sessions did in a trial, row by row.</summary>
/// <param name="Sessions">Sessions that are shown: those of the finding's lines.</param>
/// <param name="Rows">Rows in order, at most <see cref="TimelineCut.RowsAtMost"/> and those that say what is left
/// out.</param>
internal sealed record TrialTimeline(IReadOnlyList<string> Sessions, IReadOnlyList<TimelineRow> Rows)
{
    public static TrialTimeline Of(TrialHistory history, IReadOnlySet<long> evidence)
    {
        var named = history.Events.Where(line => evidence.Contains(line.Index)).Select(line => line.Session)
            .OfType<string>().Distinct().ToList();
        var sessions = named.Count > 0 ? named : [.. history.Header.Sessions.Take(1).Select(each => each.Session)];
        var rows = new TimelineRows(evidence, sessions.Count > 1);
        foreach (var line in history.Events)
        {
            var isShown = line.Type != HistoryEventType.Trial
                && (line.Session is null || sessions.Contains(line.Session));
            if (isShown && (line.Type != HistoryEventType.Counters || evidence.Contains(line.Index)))
            {
                rows.Add(line);
            }
        }

        return new TrialTimeline(sessions, TimelineCut.Of(rows.Finish()));
    }
}
