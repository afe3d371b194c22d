namespace Rejoin.Checks;

/// <summary>RJ106: an attempted user message that is read or handed over has the text that was sent.</summary>
/// <remarks>Smallest failing history: say m1 'hello', history read with m1 'hel'. Unknown: no attempted message is
/// seen.</remarks>
internal sealed class Torn() : HistoryCheck("RJ106", "torn", "A message is seen with exactly the text that was sent.")
{
    private const string Hint = "A frame that was cut, or only a part of the text, was applied: "
        + "apply a message only when its last fragment is there, and compare lengths at the store.";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var accused = new HashSet<MessageRecord>();
        foreach (var received in session.Received)
        {
            if (received is { Foreign: null, Message: { } message, Event: { Kind: "user_message", Text: { } text } })
            {
                Compare(session, message, text, received.Line, "handed over", accused, judgement);
            }
        }

        foreach (var read in session.Reads)
        {
            foreach (var entry in read.Entries)
            {
                if (entry is { IsUser: true, Foreign: null })
                {
                    Compare(session, entry.Message, entry.View.Text, read.Line, "read", accused, judgement);
                }
            }
        }

        foreach (var seen in SnapshotMessages.Of(session, session.Attaches).Where(seen => seen.View.Role == "user"))
        {
            Compare(session, seen.Message, seen.View.Text, seen.Line, "in a snapshot", accused, judgement);
        }
    }

    private static void Compare(
        SessionIndex session, MessageRecord message, string text, HistoryEvent line, string where,
        HashSet<MessageRecord> accused, JudgementBuilder judgement)
    {
        if (message.Say?.Invoke is not { Input.Text: { } sent } invoke)
        {
            return;
        }

        judgement.Opportunities++;
        if (!string.Equals(text, sent, StringComparison.Ordinal) && accused.Add(message))
        {
            var at = text.AsSpan().CommonPrefixLength(sent);
            judgement.Fail(session,
                $"message '{message.Id}' was {where} with another text than was sent: "
                    + $"{text.Length} characters instead of {sent.Length}, different from character {at + 1} on",
                Hint, invoke.Index, line.Index);
        }
    }
}
