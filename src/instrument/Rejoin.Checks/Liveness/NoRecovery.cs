namespace Rejoin.Checks;

/// <summary>RJ701: after a loss, a resume succeeds within the recovery time of the contract, counted from the first
/// attempt.</summary>
/// <remarks>An attempt whose own connection was cut by a fault does not count: the time starts again at the next one.
/// Nor does the refusal of a session that expired, if the contract promises it (<c>expiry: refuse</c>).
/// Smallest failing history: connect, cut, resume refused again and again for the recovery time. Unknown: the trial
/// ends, without success, before the recovery time has passed; or a client goes on with operations after a loss and
/// makes no attempt at all.</remarks>
internal sealed class NoRecovery()
    : HistoryCheck("RJ701", "no-recovery", "A client that lost its connection gets back in.")
{
    private const string Hint = "The session cannot be resumed although nothing is in the way any more: "
        + "look at the refusals, at a lock held by the dead connection, and at rate limits.";

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var limitNs = contract.Timeouts.Recovery.Ticks * 100;
        foreach (var session in history.Sessions)
        {
            AttachRecord? first = null;
            var over = Absences.MayBeRefused(session, contract);
            foreach (var attach in session.Attaches.Where(attach => attach.IsResume))
            {
                if (over.Contains(attach))
                {
                    Expire(session, first, attach, limitNs, judgement);
                    first = null;
                    continue;
                }

                first ??= attach;
                if (attach.IsOk)
                {
                    Judge(session, first, attach, attach.Call.End!.TimeNs, limitNs, judgement);
                    first = null;
                }
                else if (session.Cut.Contains(attach.Connection))
                {
                    first = null;
                }
            }

            if (first is not null)
            {
                Judge(session, first, null, history.EndNs, limitNs, judgement);
            }
            else if (over.Count == 0 && NeverTried(session) is { } loss)
            {
                judgement.Unknown(
                    $"session '{session.Label}': the connection was lost (line {loss}), operations followed, "
                    + "and no resume was attempted");
            }
        }
    }

    /// <summary>From the first refusal of an expired session on, nothing is owed; before it, what took too long
    /// did.</summary>
    private static void Expire(
        SessionIndex session, AttachRecord? first, AttachRecord refused, long limitNs, JudgementBuilder judgement)
    {
        var endNs = refused.Call.Invoke.TimeNs;
        if (first is not null && endNs - first.Call.Invoke.TimeNs >= limitNs)
        {
            Judge(session, first, null, endNs, limitNs, judgement);
        }
    }

    /// <summary>Line of a loss after which a client went on without trying to come back; null if there is
    /// none.</summary>
    private static long? NeverTried(SessionIndex session) =>
        session.Disturbances.All is [.., { IsUp: false } last]
        && session.Calls.Any(call => call.Invoke.Index > last.Index
            && (last.Client.Length == 0 || call.Invoke.Client == last.Client)
            && call.End?.Error?.Code is "timeout" or "not-sent")
            ? last.Index
            : null;

    private static void Judge(
        SessionIndex session, AttachRecord first, AttachRecord? success, long endNs, long limitNs,
        JudgementBuilder judgement)
    {
        var tookNs = endNs - first.Call.Invoke.TimeNs;
        // Whoever tries for that long begins to count a little before its first line.
        if (success is null && tookNs < limitNs * 0.99)
        {
            judgement.Unknown(
                $"session '{session.Label}': the trial ended {Seconds(tookNs)} s after the first attempt to resume "
                + $"(line {first.Call.Invoke.Index}); the contract allows {Seconds(limitNs)} s");
            return;
        }

        judgement.Opportunities++;
        if (success is not null && tookNs <= limitNs)
        {
            return;
        }

        if (judgement.IsFull)
        {
            judgement.FailUnlisted();
        }
        else
        {
            var attempts = session.Attaches.Count(attach => attach.IsResume
                && attach.Call.Invoke.Index >= first.Call.Invoke.Index
                && (success is null || attach.Call.Invoke.Index <= success.Call.Invoke.Index));
            var outcome = success is null ? "without success" : "before one succeeded";
            judgement.Fail(session,
                $"{attempts} attempt(s) to resume took {Seconds(tookNs)} s {outcome}; the contract allows "
                    + $"{Seconds(limitNs)} s",
                Hint, first.Call.Invoke.Index, first.Call.End?.Index ?? 0, success?.Call.End!.Index ?? 0);
        }
    }

    private static string Seconds(long nanoseconds) =>
        (nanoseconds / 1e9).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
