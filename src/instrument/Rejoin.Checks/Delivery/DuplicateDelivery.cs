namespace Rejoin.Checks;

/// <summary>RJ112: no offset of an epoch is handed to a client life twice.</summary>
/// <remarks>An offset at or below the presented position, or below the snapshot of the same connection, counts as
/// handed over before. Smallest failing history: connect, offset 1 received twice. Unknown: events without
/// offsets.</remarks>
internal sealed class DuplicateDelivery()
    : HistoryCheck("RJ112", "duplicate-delivery", "No event is handed over twice.")
{
    private const string Hint = "Replay and live events overlap, or the replay began too early: "
        + "the first live offset must be the end-of-replay mark plus 1.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NoRepeat(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var stretch in session.Stretches)
        {
            foreach (var received in stretch.Received)
            {
                if (received.Event.Offset is not { } offset || IsExcused(received, offset))
                {
                    continue;
                }

                judgement.Opportunities++;
                if (Reason(received, offset) is { } reason)
                {
                    var first = received.IsRepeated ? received.RepeatOf : received.Attach?.Call.Invoke.Index;
                    judgement.Fail(session,
                        $"event {offset} of epoch '{stretch.Epoch}' handed over again {reason} (connection "
                            + $"{received.Connection})",
                        Hint, first ?? 0, received.Line.Index);
                }
            }
        }

        if (session.Received.Count > 0 && session.Received.All(received => received.Event.Offset is null))
        {
            judgement.Unknown($"session '{session.Label}': its events carry no offsets");
        }
    }

    private static string? Reason(ReceivedRecord received, long offset) =>
        received.IsRepeated ? "to the same client life"
        : received.Attach is { Continues: true } attach && offset <= attach.PresentedOffset
            ? $"although the client presented {attach.PresentedOffset}"
        : offset <= received.Attach?.Result?.SnapshotOffset
            ? $"although the snapshot stood for everything up to {received.Attach.Result.SnapshotOffset}"
        : null;

    /// <summary>What follows from a wrong cursor is judged by RJ116.</summary>
    private static bool IsExcused(ReceivedRecord received, long offset) =>
        received.Attach is { Continues: true } attach
        && ((offset > attach.PresentedOffset && offset <= attach.ProcessedBefore)
            || (offset <= attach.PresentedOffset && offset > attach.Result!.From));
}
