namespace Rejoin.Checks;

/// <summary>RJ102: every user message is in the last read of its segment once.</summary>
/// <remarks>Smallest failing history: say m1 ok, history read with m1 twice. Unknown: no read of the history.</remarks>
internal sealed class DuplicateApply() : HistoryCheck("RJ102", "duplicate-apply",
    "No message is in the last read of the history twice.")
{
    private const string Hint = "An operation that was sent again was applied again: record its id in the same "
        + "transaction as its effect, and answer a known id from that record.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NotTwice(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var segment in session.Segments)
        {
            if (segment.LastRead is { } last)
            {
                Judge(session, last, judgement);
            }
        }
    }

    private static void Judge(SessionIndex session, ReadRecord last, JudgementBuilder judgement)
    {
        var times = new Dictionary<MessageRecord, int>();
        foreach (var entry in last.Entries)
        {
            if (entry is { IsUser: true, Foreign: null })
            {
                times[entry.Message] = times.GetValueOrDefault(entry.Message) + 1;
            }
        }

        judgement.Opportunities += times.Count;
        foreach (var (message, count) in times)
        {
            if (count > 1)
            {
                judgement.Fail(session,
                    $"message '{message.Id}' is {count} times in the last read of the history",
                    Hint,
                    message.Say?.Invoke.Index ?? 0, message.Say?.End?.Index ?? 0, last.Line.Index);
            }
        }
    }
}
