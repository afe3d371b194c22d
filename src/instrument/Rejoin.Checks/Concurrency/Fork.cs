namespace Rejoin.Checks;

/// <summary>RJ305: what one read of the history shows, the next shows first, in the same order.</summary>
/// <remarks>Judged on accepted messages of consecutive reads of a segment; what is missing is left to RJ101, RJ202 and
/// RJ203, pairs that were sent on one connection to RJ105. Smallest failing history: say m1 ok, history read with m1,
/// resume, say m2 ok, history read with m2 before m1. Unknown: fewer than two reads of a segment.</remarks>
internal sealed class Fork() : HistoryCheck("RJ305", "fork", "A history only grows at its end.")
{
    private const string Hint = "Two histories of one session were merged, or one is sorted by something that changes: "
        + "give each message its place in one log, once, and read in that order.";

    public override string? NotJudgedBecause(Contract contract) =>
        Promises.Order(contract) ?? Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var segment in session.Segments)
        {
            judgement.Opportunities += Forks.Pairs(segment).LongCount();
            var accused = new HashSet<MessageRecord>();
            foreach (var fork in Forks.Of(segment))
            {
                if (accused.Add(fork.Message))
                {
                    judgement.Fail(session,
                        $"message '{fork.Before.Id}' stands before '{fork.Message.Id}' in a read of the history, and "
                            + "the read before showed it otherwise",
                        Hint, fork.Earlier.Line.Index, fork.Later.Line.Index);
                }
            }
        }
    }
}
