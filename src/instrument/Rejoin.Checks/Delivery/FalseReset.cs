namespace Rejoin.Checks;

/// <summary>RJ114: a resume inside the windows and the retention is not answered with a reset, nor resumed below the
/// presented position.</summary>
/// <remarks>Judged if the presented position is one that the session had, the session was not left, the absence was at
/// most the longer window and the missed events at most the retention. A reset that says <c>expired</c> is left to
/// RJ502. Smallest failing history: connect, offset 1
/// received, resume from 1 answered reset. Unknown: no such resume.</remarks>
internal sealed class FalseReset() : HistoryCheck("RJ114", "false-reset",
    "A session that is still kept is resumed, not reset.")
{
    private const string Hint = "The service gave up a session that it still had to keep: "
        + "compare how it counts absence and kept events with windows and retention of the contract.";

    public override string? NotJudgedBecause(Contract contract) =>
        Promises.Honest(contract) ?? Promises.Window(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        var left = session.Calls.Find(call => call.Operation == Operation.Leave)?.Invoke.Index ?? long.MaxValue;
        AttachRecord? before = null;
        foreach (var attach in session.Attaches)
        {
            // A position of an epoch that a reset ended is rightly answered with a reset, and so is a session that
            // was left.
            var isNewest = before is null || ReferenceEquals(before.Stretch, attach.PresentedStretch);
            if (isNewest && attach.Call.Invoke.Index < left && !attach.SilentlyEmptied
                && attach.Result is not { Outcome: AttachOutcome.Reset, Reason: "expired" }
                && IsPromised(attach, contract))
            {
                judgement.Opportunities++;
                Judge(session, attach, judgement);
            }

            before = attach.IsOk ? attach : before;
        }
    }

    private static void Judge(SessionIndex session, AttachRecord attach, JudgementBuilder judgement)
    {
        var result = attach.Result!;
        if (result.Outcome == AttachOutcome.Reset)
        {
            judgement.Fail(session,
                $"resume from offset {attach.PresentedOffset} of epoch '{attach.PresentedStretch!.Epoch}' was "
                    + $"answered with a reset, reason '{result.Reason}', after an absence of at most "
                    + $"{Seconds(attach.AbsentAtMostNs)} s (connection {attach.Connection})",
                Hint, attach.Call.Invoke.Index, attach.Call.End!.Index);
        }
        else if (result.Outcome == AttachOutcome.Resumed && result.Head < attach.PresentedOffset
            && ReferenceEquals(attach.Stretch, attach.PresentedStretch))
        {
            judgement.Fail(session,
                $"resumed with head {result.Head}, below the presented offset {attach.PresentedOffset} (connection "
                    + $"{attach.Connection})",
                Hint, attach.Call.Invoke.Index, attach.Call.End!.Index);
        }
    }

    private static bool IsPromised(AttachRecord attach, Contract contract)
    {
        if (attach is not { IsOk: true, IsResume: true, PresentedStretch: not null, PresentedOffset: { } presented })
        {
            return false;
        }

        var newest = Math.Max(attach.ProcessedByAny ?? 0, attach.Result!.Head ?? 0);
        return presented <= Math.Max(attach.ProcessedByAny ?? 0, attach.ProcessedUntil ?? 0)
            && attach.AbsentAtMostNs <= contract.Windows.Resumable!.Value.Ticks * 100
            && newest - presented <= (contract.Retention.Events ?? long.MaxValue);
    }

    private static string Seconds(long nanoseconds) =>
        Absences.Seconds(nanoseconds);
}
