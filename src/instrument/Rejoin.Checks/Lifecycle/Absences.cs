using System.Globalization;

namespace Rejoin.Checks;

/// <summary>Resumes after an absence: which of them a session's window decides about.</summary>
internal static class Absences
{
    /// <summary>What measured times may be wrong by, in nanoseconds: 1 s.</summary>
    public const long ToleranceNs = 1_000_000_000;

    /// <summary>Answered resumes that present a position of the newest stretch of a session that was not left and was
    /// not emptied behind their backs, with how long they were away for sure, in nanoseconds; null if that is not
    /// known.</summary>
    public static IEnumerable<(AttachRecord Attach, long? AbsentNs)> Of(SessionIndex session)
    {
        var left = session.Calls.Find(call => call.Operation == Operation.Leave)?.Invoke.Index ?? long.MaxValue;
        AttachRecord? before = null;
        var (isUntold, isUnclear, next) = (false, false, 0);
        foreach (var attach in session.Attaches)
        {
            for (; next < session.Connections.Count
                && session.Connections[next].Invoke.Index < attach.Call.Invoke.Index; next++)
            {
                isUntold |= session.Connections[next].IsServiceUntold;
            }

            if (attach is { IsOk: true, IsResume: true, PresentedStretch: not null } && before is not null
                && !isUnclear && attach.Call.Invoke.Index < left
                && ReferenceEquals(before.Stretch, attach.PresentedStretch))
            {
                yield return (attach, isUntold ? null : attach.AbsentNs);
            }

            // An attempt of which no line tells the verdict may have been told of a reset.
            isUnclear = !attach.IsOk && !attach.Call.IsFail;
            isUntold &= !attach.IsOk;
            before = attach.IsOk ? attach : before;
        }
    }

    public static string Seconds(long nanoseconds) =>
        (nanoseconds / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
}
