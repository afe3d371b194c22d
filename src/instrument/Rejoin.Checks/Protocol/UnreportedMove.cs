namespace Rejoin.Checks;

/// <summary>RJ608: the audit log tells of every attach, and whether it came from another place than the one
/// before.</summary>
/// <remarks>Judged: resumes with a place and a generation, by the newest audit of their segment. The place of the
/// attach before is known if its generation is one less. Smallest failing history: connect at home, resume away, audit
/// without <c>moved</c>. Unknown: no audit after a resume with a place.</remarks>
internal sealed class UnreportedMove() : HistoryCheck("RJ608", "unreported-move",
    "A change of place stands in the audit log.")
{
    private const string Hint = "An attach from another place leaves no trace: compare address, user agent and "
        + "location of each attach with those of the one before, and write the difference to the audit log.";

    public override string? NotJudgedBecause(Contract contract) => contract.Moves == MoveReport.Reported
        ? null
        : "the contract does not promise that changes of place are reported (moves)";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var audits = new Dictionary<int, HistoryEvent>();
        foreach (var audit in session.Audits)
        {
            audits[session.Content.Before(0, audit.Index)] = audit;
        }

        foreach (var segment in session.Attaches.Where(attach => attach is { IsOk: true, Result.Generation: not null })
            .GroupBy(attach => attach.Stretch!.Segment))
        {
            if (audits.TryGetValue(segment.Key, out var audit))
            {
                Judge(session, [.. segment.Where(attach => attach.Call.End!.Index < audit.Index)], audit, judgement);
            }
        }
    }

    private static void Judge(
        SessionIndex session, AttachRecord[] attaches, HistoryEvent audit, JudgementBuilder judgement)
    {
        var entries = audit.Audit!.Where(entry => entry is { What: "attached", Generation: not null })
            .ToLookup(entry => entry.Generation!.Value);
        var places = attaches.DistinctBy(attach => attach.Result!.Generation)
            .ToDictionary(attach => attach.Result!.Generation!.Value, attach => attach.Call.Invoke.Input?.Place);
        foreach (var attach in attaches)
        {
            if (attach.Result!.Outcome != AttachOutcome.Resumed || attach.Call.Invoke.Input?.Place is not { } place)
            {
                continue;
            }

            judgement.Opportunities++;
            var generation = attach.Result.Generation!.Value;
            if (Problem(entries[generation], place, places.GetValueOrDefault(generation - 1)) is { } problem)
            {
                judgement.Fail(session,
                    $"the resume of connection {attach.Connection} (generation {generation}, from '{place}') {problem}",
                    Hint, attach.Call.Invoke.Index, attach.Call.End!.Index, audit.Index);
            }
        }
    }

    private static string? Problem(IEnumerable<AuditEntry> entries, string place, string? before)
    {
        var moved = entries.Select(entry => entry.Moved ?? false).ToArray();
        return moved.Length == 0 ? "is not in the audit log"
            : before is null || moved.Contains(before != place) ? null
            : before == place ? $"is called moved in the audit log, and the attach before came from '{before}' too"
            : $"is not called moved in the audit log, and the attach before came from '{before}'";
    }
}
