namespace Rejoin.Checks;

/// <summary>RJ202: a read on a resumed connection shows every message that was acknowledged before the
/// resume.</summary>
/// <remarks>Accused only if the message is in a later read and in none before: if it never comes it is lost (RJ101), if
/// it had been there it is non-monotonic (RJ203). Smallest failing history: say m1 ok, resume, history read without m1,
/// history read with m1. Unknown: no read on a resumed connection after an acknowledged say.</remarks>
internal sealed class Stale() : HistoryCheck("RJ202", "stale",
    "A read after a resume shows what was acknowledged before it.")
{
    private const string Hint = "The resumed connection reads from a copy that lags behind the acks: "
        + "read from the store that the ack waited for, or wait until the copy has caught up.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NotLost(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var resumed = ReadsOnResumed(session);
        foreach (var message in session.Says.Where(message => message is { IsAccepted: true, Segment: >= 0 }))
        {
            if (First(resumed, message) is not { } found || found.Read.Segment != message.Segment)
            {
                continue;
            }

            judgement.Opportunities++;
            if (message.FirstRead > found.Read.Ordinal)
            {
                var say = message.Say!;
                judgement.Fail(session,
                    $"message '{message.Id}' was acknowledged before a resume, and the first read after it does "
                        + "not show it, a later one does",
                    Hint, say.Invoke.Index, say.End!.Index, found.ResumedAt, found.Read.Line.Index,
                    session.Reads[message.FirstRead].Line.Index);
            }
        }
    }

    /// <summary>Reads on resumed connections with the line of that resume's invoke; both ascend.</summary>
    private static List<(long ResumedAt, ReadRecord Read)> ReadsOnResumed(SessionIndex session)
    {
        var resumes = session.Attaches.Where(attach => attach is { IsOk: true, IsResume: true, Connection: > 0 })
            .GroupBy(attach => attach.Connection)
            .ToDictionary(group => group.Key, group => group.First().Call.Invoke.Index);
        var newest = 0L;
        var reads = new List<(long, ReadRecord)>();
        foreach (var read in session.Reads)
        {
            if (resumes.TryGetValue(read.Call.Connection, out var resumed) && resumed >= newest)
            {
                newest = resumed;
                reads.Add((resumed, read));
            }
        }

        return reads;
    }

    private static (long ResumedAt, ReadRecord Read)? First(
        List<(long ResumedAt, ReadRecord Read)> reads, MessageRecord message)
    {
        var acknowledged = message.Say!.End!.Index;
        var (low, high) = (0, reads.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = reads[middle].ResumedAt <= acknowledged ? (middle + 1, high) : (low, middle);
        }

        return low < reads.Count ? reads[low] : null;
    }
}
