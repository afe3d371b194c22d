using System.Globalization;

namespace Rejoin.Checks;

/// <summary>Resumes after an absence: which of them a session's window decides about.</summary>
internal static class Absences
{
    /// <summary>What measured times may be wrong by, in nanoseconds: 1 s.</summary>
    public const long ToleranceNs = 1_000_000_000;

    /// <summary>Answered and refused resumes that present a position of the newest stretch of a session that was not
    /// left and was not emptied behind their backs, with how long they were away for sure, in nanoseconds; null if that
    /// is not known. Who was refused stays away.</summary>
    public static IEnumerable<(AttachRecord Attach, long? AbsentNs)> Of(SessionIndex session)
    {
        var left = session.Calls.Find(call => call.Operation == Operation.Leave)?.Invoke.Index ?? long.MaxValue;
        AttachRecord? before = null;
        var (isUntold, isUnclear, next, refusedNs) = (false, false, 0, long.MinValue);
        foreach (var attach in session.Attaches)
        {
            for (; next < session.Connections.Count
                && session.Connections[next].Invoke.Index < attach.Call.Invoke.Index; next++)
            {
                isUntold |= session.Connections[next].IsServiceUntold;
            }

            long? absentNs = isUntold || attach.AbsentNs is not { } sinceNs ? null : Math.Max(sinceNs, refusedNs);
            if ((attach.IsOk || attach.Call.IsFail) && attach is { IsResume: true, PresentedStretch: not null }
                && before is not null && !isUnclear && attach.Call.Invoke.Index < left
                && ReferenceEquals(before.Stretch, attach.PresentedStretch))
            {
                yield return (attach, absentNs);
            }

            // An attempt of which no line tells the verdict may have been told of a reset.
            isUnclear = !attach.IsOk && (isUnclear || !attach.Call.IsFail);
            refusedNs = attach.IsOk ? long.MinValue : Math.Max(refusedNs, absentNs ?? long.MinValue);
            isUntold &= !attach.IsOk;
            before = attach.IsOk ? attach : before;
        }
    }

    /// <summary>Attempts to resume that a service may refuse, by a contract that promises it, because the session is
    /// over: the client had been away for the longer window, within the tolerance.</summary>
    public static HashSet<AttachRecord> MayBeRefused(SessionIndex session, Contract contract)
    {
        HashSet<AttachRecord> attempts = [];
        if (contract is not { Expiry: Expiry.Refuse, Windows.Resumable: { } window })
        {
            return attempts;
        }

        var isOver = false;
        foreach (var attach in session.Attaches)
        {
            isOver |= attach.AbsentNs > (window.Ticks * 100) - ToleranceNs;
            if (isOver && attach.Call.IsFail)
            {
                attempts.Add(attach);
            }

            isOver &= !attach.IsOk;
        }

        return attempts;
    }

    public static string Seconds(long nanoseconds) =>
        (nanoseconds / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
}
