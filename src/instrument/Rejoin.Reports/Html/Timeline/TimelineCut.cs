namespace Rejoin.Reports;

/// <summary>A bounded choice of rows: the finding's own lines, then attaches, cuts and ends, then what stands next to
/// them.</summary>
internal static class TimelineCut
{
    /// <summary>Most rows of a timeline.</summary>
    public const int RowsAtMost = 70;

    public static IReadOnlyList<TimelineRow> Of(IReadOnlyList<TimelineRow> rows)
    {
        if (rows.Count <= RowsAtMost)
        {
            return rows;
        }

        var marked = Enumerable.Range(0, rows.Count).Where(at => rows[at].IsEvidence).ToList();
        var distance = Distances(rows.Count, marked);
        var kept = Enumerable.Range(0, rows.Count)
            .OrderBy(at => rows[at].IsEvidence ? 0 : distance[at] / (rows[at].IsTurningPoint ? 8.0 : 1.0))
            .Take(RowsAtMost).ToHashSet();
        var shown = new List<TimelineRow>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (kept.Contains(at))
            {
                shown.Add(rows[at]);
                continue;
            }

            var end = at;
            while (end + 1 < rows.Count && !kept.Contains(end + 1))
            {
                end++;
            }

            shown.Add(LeftOut(rows[at], rows[end]));
            at = end;
        }

        return shown;
    }

    private static TimelineRow LeftOut(TimelineRow first, TimelineRow last) => new()
    {
        First = first.First,
        Last = last.Last,
        AtMs = first.AtMs,
        Mark = LaneMark.None,
        Words = new LineWords("not shown", $"lines {first.First}–{last.Last}"),
        IsDown = first.IsDown,
    };

    /// <summary>Rows to the nearest marked one; to the start if none is marked.</summary>
    private static int[] Distances(int count, List<int> marked)
    {
        var distance = Enumerable.Range(0, count).ToArray();
        foreach (var mark in marked)
        {
            // Marks are few: a finding has a handful of lines.
            for (var at = 0; at < count; at++)
            {
                distance[at] = marked[0] == mark ? Math.Abs(at - mark) : Math.Min(distance[at], Math.Abs(at - mark));
            }
        }

        return distance;
    }
}
