namespace Rejoin.Checks;

/// <summary>RJ702: an operation on a connection that stays up is answered within the operation time of the
/// contract.</summary>
/// <remarks>The time starts at the invoke, or when the connection came up if that is later. Judged if the connection
/// stayed up that long or the operation was answered. Smallest failing history: say m1 info 'timeout' after 5 s on a
/// live connection. Unknown: the client or the trial gave up before the time had passed.</remarks>
internal sealed class StuckOperation() : HistoryCheck("RJ702", "stuck-operation",
    "An operation on a live connection is answered.")
{
    private const string Hint = "The service took the operation and never answered it: "
        + "look for a path that neither acknowledges nor refuses, and for work without a deadline.";

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        var limitNs = contract.Timeouts.Operation.Ticks * 100;
        foreach (var session in history.Sessions)
        {
            foreach (var call in session.Calls)
            {
                if (call.IsAttach || call.Operation is Operation.Drop or Operation.Crash or Operation.Restart)
                {
                    continue;
                }

                var gaveUp = call.End is null || call.End.Error?.Code is "timeout" or "not-sent";
                if (call.IsOk || (call.IsFail && !gaveUp))
                {
                    judgement.Opportunities++;
                }
                else if (gaveUp)
                {
                    Judge(history, session, call, limitNs, judgement);
                }
            }
        }
    }

    private static void Judge(
        HistoryIndex history, SessionIndex session, CallRecord call, long limitNs, JudgementBuilder judgement)
    {
        var end = call.End ?? history.History.Events[^1];
        var (waitedNs, isUpAtEnd) = LongestWait(
            session.Disturbances.OfClient(call.Invoke.Client ?? ""), call.Invoke, end);
        if (waitedNs < limitNs)
        {
            if (isUpAtEnd)
            {
                judgement.Unknown(
                    $"session '{session.Label}': {(call.End is null ? "the trial ended" : "the client gave up")} "
                    + $"{Seconds(waitedNs)} s after an operation (line {call.Invoke.Index}) without an answer; "
                    + $"the contract allows {Seconds(limitNs)} s");
            }

            return;
        }

        judgement.Opportunities++;
        var which = call.Invoke.Input?.Id is { } id ? $"'{id}'" : $"(call {call.Invoke.Call})";
        judgement.Fail(session,
            $"{EnumWords<Operation>.Of(call.Operation)} {which} was not answered in {Seconds(waitedNs)} s "
                + $"on a live connection; the contract allows {Seconds(limitNs)} s",
            Hint, call.Invoke.Index, call.End?.Index ?? 0);
    }

    /// <summary>The longest time that the operation waited on one live connection of its client, and whether the last
    /// was still up.</summary>
    private static (long WaitedNs, bool IsUpAtEnd) LongestWait(
        IReadOnlyList<Disturbance> disturbances, HistoryEvent invoke, HistoryEvent end)
    {
        var next = FirstAfter(disturbances, invoke.Index);
        var upSince = next > 0 && disturbances[next - 1].IsUp ? invoke.TimeNs : (long?)null;
        var longest = 0L;
        for (; next < disturbances.Count && disturbances[next].Index < end.Index; next++)
        {
            longest = Math.Max(longest, disturbances[next].TimeNs - upSince ?? 0);
            upSince = disturbances[next].IsUp ? disturbances[next].TimeNs : null;
        }

        return (Math.Max(longest, end.TimeNs - upSince ?? 0), upSince is not null);
    }

    private static int FirstAfter(IReadOnlyList<Disturbance> disturbances, long line)
    {
        var (low, high) = (0, disturbances.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = disturbances[middle].Index < line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string Seconds(long nanoseconds) =>
        (nanoseconds / 1e9).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
