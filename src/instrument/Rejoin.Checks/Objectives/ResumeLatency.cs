namespace Rejoin.Checks;

/// <summary>The samples of the measure <c>resume-latency</c>.</summary>
public static class ResumeLatency
{
    /// <summary>Seconds of each attempt to resume in a trial, in order: from its start to the end of its
    /// replay.</summary>
    /// <remarks>An attempt that failed or never ended counts as positive infinity: what never finished is over every
    /// limit. Attempts whose own connection a fault of the plan hit are left out, and so are those answered with a
    /// reset, which restore nothing (RJ114 judges whether the reset was right).</remarks>
    public static IReadOnlyList<double> Seconds(TrialHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var hit = history.Events.Where(line => line.Injection is { Status: not "not-fired" })
            .Select(line => (line.Session, FaultRecord.ConnectionOf(line))).ToHashSet();
        var calls = new Dictionary<long, CallRecord>();
        foreach (var line in history.Events)
        {
            if (line is { Type: HistoryEventType.Invoke, Operation: Operation.Resume, Call: { } invoked })
            {
                calls[invoked] = new CallRecord(line);
            }
            else if (line.Call is { } call && calls.TryGetValue(call, out var record))
            {
                record.End = line;
            }
        }

        return [.. calls.Values.OrderBy(call => call.Invoke.Index).Select(call => Sample(call, hit)).OfType<double>()];
    }

    private static double? Sample(CallRecord call, HashSet<(string?, int)> hit)
    {
        if (call is { IsOk: true, End.Result.Attach: { } attach })
        {
            var elapsedNs = attach.ElapsedNs ?? call.End.TimeNs - call.Invoke.TimeNs;
            return attach.Outcome == AttachOutcome.Resumed ? elapsedNs / 1e9 : null;
        }

        // An attempt that the user's own interrupt ended says nothing about the service.
        if (call.End?.Error?.Code == "cancelled")
        {
            return null;
        }

        return hit.Contains((call.Invoke.Session, call.Connection)) ? null : double.PositiveInfinity;
    }
}
