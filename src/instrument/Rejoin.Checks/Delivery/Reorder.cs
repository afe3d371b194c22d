namespace Rejoin.Checks;

/// <summary>RJ105: accepted says of one connection are in the last read in the order of their invokes.</summary>
/// <remarks>Judged on consecutive accepted says that the last read shows; first occurrences count. With the order scope
/// <c>session</c> also across connections, if one had been acknowledged before the next was invoked and no read before
/// showed it otherwise (RJ305). Smallest failing
/// history: say a, say b, both ok, history read with b before a. Unknown: no two accepted says in a read.</remarks>
internal sealed class Reorder() : HistoryCheck("RJ105", "reorder",
    "Acknowledged messages are in the last read in the order in which they were sent.")
{
    private const string Hint = "Operations of one connection were applied out of order: "
        + "handle them one after another, and keep that order through every queue between the socket and the store.";

    public override string? NotJudgedBecause(Contract contract) =>
        Promises.Order(contract) ?? Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var segment in session.Segments)
        {
            if (segment.LastRead is { } last)
            {
                Judge(session, segment, last, contract.Order, judgement);
            }
        }
    }

    private static void Judge(
        SessionIndex session, SegmentRecord segment, ReadRecord last, OrderScope scope, JudgementBuilder judgement)
    {
        var places = new Dictionary<MessageRecord, int>();
        for (var i = 0; i < last.Entries.Length; i++)
        {
            places.TryAdd(last.Entries[i].Message, i);
        }

        HashSet<MessageRecord>? forked = null;
        MessageRecord? earlier = null;
        foreach (var later in segment.Accepted)
        {
            if (!places.TryGetValue(later, out var place))
            {
                continue;
            }

            if (earlier is not null && IsOrdered(earlier.Say!, later.Say!, scope))
            {
                judgement.Opportunities++;
                if (place < places[earlier])
                {
                    // What was otherwise in an earlier read is left to RJ305.
                    forked ??= [.. Forks.Of(segment).Select(fork => fork.Message)];
                    if (!IsOnOneConnection(earlier.Say!, later.Say!) && forked.Contains(earlier))
                    {
                        earlier = later;
                        continue;
                    }

                    judgement.Fail(session,
                        $"message '{later.Id}' stands before '{earlier.Id}' in the last read of the history and "
                            + "was sent after it",
                        Hint, earlier.Say!.Invoke.Index, later.Say!.Invoke.Index, last.Line.Index);
                }
            }

            earlier = later;
        }
    }

    private static bool IsOrdered(CallRecord earlier, CallRecord later, OrderScope scope) =>
        IsOnOneConnection(earlier, later) || (scope == OrderScope.Session && earlier.Precedes(later));

    private static bool IsOnOneConnection(CallRecord earlier, CallRecord later) =>
        earlier.Invoke.Connection == later.Invoke.Connection;
}
