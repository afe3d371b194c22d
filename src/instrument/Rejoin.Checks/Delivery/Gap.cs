namespace Rejoin.Checks;

/// <summary>RJ111: every offset from where a client began up to the newest that it was told of is handed
/// over.</summary>
/// <remarks>Per epoch, over all client lives. Smallest failing history: connect, offsets 1 and 3 received. A snapshot
/// stands for every offset up to its own. Unknown: events without offsets.</remarks>
internal sealed class Gap() : HistoryCheck("RJ111", "gap", "No event is missing between those that were handed over.")
{
    private const string Hint = "The replay began too late or ended before the live events began: "
        + "compare the first replayed offset with the presented one plus 1, and join replay and live under one "
        + "lock or cursor.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NoGap(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var stretch in session.Stretches)
        {
            var coverage = new Coverage(stretch);
            judgement.Opportunities += coverage.Expected;
            foreach (var (first, last) in coverage.Gaps())
            {
                Accuse(session, stretch, first, last, judgement);
            }
        }

        if (session.Received.Count > 0 && session.Received.All(received => received.Event.Offset is null))
        {
            judgement.Unknown($"session '{session.Label}': its events carry no offsets");
        }
    }

    private static void Accuse(
        SessionIndex session, DeliveryStretch stretch, long first, long last, JudgementBuilder judgement)
    {
        if (judgement.IsFull)
        {
            judgement.FailUnlisted();
            return;
        }

        var before = stretch.Received.LastOrDefault(received => received.Event.Offset < first);
        var after = stretch.Received.FirstOrDefault(received => received.Event.Offset > last);
        var attach = stretch.Attaches.FirstOrDefault(candidate => candidate.IsOk
            && (candidate.Result!.ReplayedOffset >= first || candidate.Connection == after?.Connection));
        var which = first == last ? $"event {first}" : $"events {first} to {last}";
        var why = after is not null
            ? $"although event {after.Event.Offset} was (connection {after.Connection})"
            : $"although the replay ended at {attach?.Result!.ReplayedOffset} (connection {attach?.Connection})";
        judgement.Fail(session, $"{which} of epoch '{stretch.Epoch}' never handed over, {why}", Hint,
            before?.Line.Index ?? 0, attach?.Call.Invoke.Index ?? 0, after?.Line.Index ?? 0,
            attach?.Call.End!.Index ?? 0);
    }
}
