namespace Rejoin.Checks;

/// <summary>RJ203: a read shows every message that the read before it showed.</summary>
/// <remarks>Accused only if the message comes back in a later read; if it never does it is lost (RJ101), a flip-flop
/// (RJ107) or a mismatch (RJ201). Smallest failing history: three history reads, with, without and with m1. Unknown:
/// fewer than two reads of a segment.</remarks>
internal sealed class NonMonotonic()
    : HistoryCheck("RJ203", "non-monotonic", "What one read showed, the next shows too.")
{
    private const string Hint = "Two reads were answered from copies of different age: "
        + "keep the reads of a session on one copy, or let a read carry the newest offset that was seen.";

    public override string? NotJudgedBecause(Contract contract) => Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        for (var i = 1; i < session.Reads.Count; i++)
        {
            var (earlier, later) = (session.Reads[i - 1], session.Reads[i]);
            judgement.Opportunities += earlier.Segment == later.Segment && earlier.Call.Precedes(later.Call) ? 1 : 0;
        }

        var accused = new HashSet<MessageRecord>();
        foreach (var gone in session.Disappearances)
        {
            var message = gone.Message;
            if (message.LastRead > gone.Missing.Ordinal && accused.Add(message))
            {
                judgement.Fail(session,
                    $"message '{message.Id}' is in one read of the history, missing from the next and back in a "
                        + "later one",
                    Hint, gone.Shown.Line.Index, gone.Missing.Line.Index, session.Reads[message.LastRead].Line.Index);
            }
        }
    }
}
