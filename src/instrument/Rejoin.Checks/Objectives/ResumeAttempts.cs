namespace Rejoin.Checks;

/// <summary>The attempts to resume of a trial, in the order of their invokes.</summary>
internal sealed class ResumeAttempts
{
    private readonly HashSet<(string? Session, int Connection)> _hit;
    private readonly Dictionary<string, Presence> _sessions = [];
    private readonly Dictionary<long, (CallRecord Call, int? Attempt)> _calls = [];
    private readonly List<ResumeAttempt> _attempts = [];
    private long _clockNs;

    private ResumeAttempts(TrialHistory history) =>
        _hit = history.Events.Where(line => line.Injection is { Status: not "not-fired" })
            .Select(line => (line.Session, FaultRecord.ConnectionOf(line))).ToHashSet();

    public static IReadOnlyList<ResumeAttempt> Of(TrialHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var attempts = new ResumeAttempts(history);
        foreach (var line in history.Events)
        {
            attempts.Add(line);
        }

        return attempts._attempts;
    }

    private void Add(HistoryEvent line)
    {
        var nowNs = line.TimeNs + _clockNs;
        if (line.Type == HistoryEventType.Clock)
        {
            _clockNs += (line.AdvancedMs ?? 0) * 1_000_000;
        }
        else if (line.Type == HistoryEventType.Invoke)
        {
            Begin(line, nowNs);
        }
        else if (line.Call is { } number && _calls.Remove(number, out var begun))
        {
            begun.Call.End = line;
            End(begun.Call, begun.Attempt, nowNs);
        }
        else if (line.Type == HistoryEventType.Closed || line.Injection is { Cut: true, Status: not "not-fired" })
        {
            // A line that names no session is about all.
            foreach (var presence in line.Session is null ? [.. _sessions.Values] : new[] { Of(line.Session) })
            {
                presence.Lose(FaultRecord.ConnectionOf(line), nowNs);
            }
        }
    }

    private void Begin(HistoryEvent line, long nowNs)
    {
        var presence = Of(line.Session);
        if (line.Operation is Operation.Drop or Operation.Crash or Operation.Leave)
        {
            presence.Lose(line.Connection ?? 0, nowNs);
        }
        else if (line is { Operation: Operation.Connect or Operation.Resume, Call: { } number })
        {
            var call = new CallRecord(line);
            _calls[number] = (call, line.Operation == Operation.Resume ? _attempts.Count : null);
            if (line.Operation == Operation.Resume)
            {
                _attempts.Add(new ResumeAttempt
                {
                    Call = call, Session = line.Session ?? string.Empty, IsHit = false,
                    AbsenceNs = presence.AbsenceNs(nowNs), IsMoved = presence.IsMoved(line.Input?.Place),
                });
            }
        }
    }

    private void End(CallRecord call, int? attempt, long nowNs)
    {
        var isHit = _hit.Contains((call.Invoke.Session, call.Connection));
        if (attempt is { } index)
        {
            _attempts[index] = _attempts[index] with { IsHit = isHit };
        }

        var presence = Of(call.Invoke.Session);
        if (call.IsOk)
        {
            presence.Attach(call.Connection, call.Invoke.Input?.Place);
        }
        else if (isHit || call.IsUnknown)
        {
            presence.MayHaveAttached(nowNs, call.Invoke.Input?.Place);
        }
    }

    private Presence Of(string? session)
    {
        if (!_sessions.TryGetValue(session ?? string.Empty, out var presence))
        {
            _sessions[session ?? string.Empty] = presence = new Presence();
        }

        return presence;
    }
}
