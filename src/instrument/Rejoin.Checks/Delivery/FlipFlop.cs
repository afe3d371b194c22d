namespace Rejoin.Checks;

/// <summary>RJ107: a say of unknown outcome that a read showed is still in the last read of its segment.</summary>
/// <remarks>If it is missing from one read and back in a later one, RJ203 accuses. Smallest failing history: say m1
/// info, history read with m1, history read without m1. Unknown: no say of unknown outcome was read and read
/// again.</remarks>
internal sealed class FlipFlop() : HistoryCheck("RJ107", "flip-flop",
    "A message of unknown outcome, once seen, stays.")
{
    private const string Hint = "What a read shows must be durable: "
        + "the message was shown before it was stored, or was taken back when its client went away.";

    public override string? NotJudgedBecause(Contract contract) => Promises.History(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var message in session.Says.Where(message => message.IsUnknown && message.FirstRead >= 0))
        {
            var first = session.Reads[message.FirstRead];
            if (session.Segments[first.Segment].LastRead!.Ordinal > first.Ordinal)
            {
                judgement.Opportunities++;
            }
        }

        var accused = new HashSet<MessageRecord>();
        foreach (var gone in session.Disappearances)
        {
            if (gone.Message is { IsUnknown: true, Say: { } say } message
                && message.LastRead < gone.Missing.Ordinal && accused.Add(message))
            {
                judgement.Fail(session,
                    $"message '{gone.Message.Id}', never acknowledged, was in one read of the history and is "
                        + "missing from the next and all later ones",
                    Hint, say.Invoke.Index, say.End?.Index ?? 0, gone.Shown.Line.Index, gone.Missing.Line.Index);
            }
        }
    }
}
