namespace Rejoin.Checks;

/// <summary>RJ101: every say that was acknowledged before the last read of its segment began is in that read.</summary>
/// <remarks>Smallest failing history: say m1 ok, history read without m1. Unknown: acknowledged says that no later read
/// of the history could show.</remarks>
internal sealed class Lost() : HistoryCheck("RJ101", "lost",
    "Every acknowledged message is in the last read of the history.")
{
    private const string Hint = "The ack was sent before the message was durable, or a resume dropped it: "
        + "look at the write that precedes the ack, and at what the service does with unsaved messages when a "
        + "connection ends.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NotLost(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var segment in session.Segments)
        {
            var due = 0;
            foreach (var message in segment.Due)
            {
                due++;
                judgement.Opportunities++;
                if (message.LastRead < segment.LastRead!.Ordinal)
                {
                    Accuse(session, segment, message, judgement);
                }
            }

            if (due < segment.Accepted.Count && ReferenceEquals(segment, session.Segments[^1]))
            {
                judgement.Unknown($"session '{session.Label}': no read of the history after "
                    + $"{segment.Accepted.Count - due} acknowledged message(s), the first of them "
                    + $"'{segment.Accepted[^(segment.Accepted.Count - due)].Id}'");
            }
        }
    }

    private static void Accuse(
        SessionIndex session, SegmentRecord segment, MessageRecord message, JudgementBuilder judgement)
    {
        var say = message.Say!;
        var shown = message.LastRead >= 0 ? session.Reads[message.LastRead] : null;
        var since = shown?.Line.Index ?? say.End!.Index;
        var cut = session.Injections.FirstOrDefault(line => line.Index > since
            && line.Index < segment.LastRead!.Line.Index);
        judgement.Fail(session,
            $"message '{message.Id}' was acknowledged and is missing from the last read of the history "
                + (shown is null ? "(no read ever showed it)" : $"(last shown at line {shown.Line.Index})"),
            Hint,
            say.Invoke.Index, say.End!.Index, shown?.Line.Index ?? 0, cut?.Index ?? 0, segment.LastRead!.Line.Index);
    }
}
