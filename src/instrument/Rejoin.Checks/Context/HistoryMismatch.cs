namespace Rejoin.Checks;

/// <summary>RJ201: a message in the last read is what it was when it was delivered or read before.</summary>
/// <remarks>Compared: role, timestamp, turn, an agent's text, and the offset within one epoch. An agent's message that
/// was delivered and is missing from the last read is a mismatch too. Smallest failing history: m1 received at 12:00,
/// history read with m1 at 12:01. Unknown: no message was seen twice.</remarks>
internal sealed class HistoryMismatch() : HistoryCheck("RJ201", "history-mismatch",
    "A message keeps its role, time, turn, place and text.")
{
    private const string Hint = "The history is rebuilt with other values than were delivered: "
        + "store role, time, turn and text with the message, and read them back instead of computing them.";

    public override string? NotJudgedBecause(Contract contract) => Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var segment in session.Segments)
        {
            if (segment.LastRead is { } last)
            {
                new LastReadComparison(session, segment, last, judgement, Hint).Compare();
            }
        }
    }
}
