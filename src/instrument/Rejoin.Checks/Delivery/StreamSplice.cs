namespace Rejoin.Checks;

/// <summary>RJ115: the deltas of a reply's last attempt, joined by offset, are the final text.</summary>
/// <remarks>Judged if the final message and every offset from the attempt's first delta to it were handed over.
/// Smallest failing history: deltas 'ab', 'cd', final 'abce'. Unknown: no reply was handed over whole.</remarks>
internal sealed class StreamSplice() : HistoryCheck("RJ115", "stream-splice",
    "The pieces of a reply, joined, are the reply.")
{
    private const string Hint = "A piece of the stream was repeated, lost or altered where the connection changed: "
        + "number the pieces at the agent, not at the connection.";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var stretch in session.Stretches)
        {
            var replies = new Replies(stretch);
            foreach (var (final, pieces) in replies.Whole())
            {
                judgement.Opportunities++;
                var joined = string.Concat(pieces.Select(piece => piece.Event.Text));
                if (joined != final.Event.Text)
                {
                    var at = joined.AsSpan().CommonPrefixLength(final.Event.Text);
                    judgement.Fail(session,
                        $"reply to '{final.Event.Turn}': its {pieces.Count} pieces join to {joined.Length} characters, "
                            + $"the final text has {final.Event.Text!.Length}; different from character {at + 1} on",
                        Hint, [.. pieces.Select(piece => piece.Line.Index).Take(18), final.Line.Index]);
                }
            }
        }
    }
}
