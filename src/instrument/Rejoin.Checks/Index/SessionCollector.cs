namespace Rejoin.Checks;

/// <summary>Takes the lines of one session in order and sorts them into its tables.</summary>
internal sealed class SessionCollector(SessionHeader header)
{
    private readonly Dictionary<CallRecord, AttachRecord> _attaches = [];
    private readonly Dictionary<CallRecord, long> _servedBefore = [];
    private int _connection;
    private long _servedNs = -1;

    public SessionIndex Session { get; } = new(header);

    /// <summary>Hand-overs, and the invokes and ends of attaches, in order: what a client's position depends
    /// on.</summary>
    public List<CursorStep> Steps { get; } = [];

    public CallRecord Begin(HistoryEvent line)
    {
        var call = new CallRecord(line);
        Session.Calls.Add(call);
        if (call.IsAttach)
        {
            _servedBefore[call] = _servedNs;
            Steps.Add(new CursorStep(call, null, IsEnd: false));
            Disturb(line, isUp: false);
        }
        else if (call.Operation is Operation.Drop or Operation.Crash or Operation.Restart)
        {
            Disturb(line, isUp: false);
        }

        return call;
    }

    public void End(CallRecord call, HistoryEvent line, long clockNs)
    {
        call.End = line;
        if (call.IsAttach)
        {
            Steps.Add(new CursorStep(call, null, IsEnd: true));
            var attach = new AttachRecord(call);
            _attaches[call] = attach;
            if (attach.IsOk)
            {
                attach.AbsenceNs = _servedBefore[call] < 0 ? 0 : line.TimeNs + clockNs - _servedBefore[call];
                _connection = Math.Max(_connection, attach.Connection);
                Disturb(line, isUp: true);
                _servedNs = line.TimeNs + clockNs;
            }
        }
        else if (call.IsOk && call.Operation is not (Operation.Drop or Operation.Crash or Operation.Restart))
        {
            _servedNs = line.TimeNs + clockNs;
        }
    }

    public void Receive(HistoryEvent line, long clockNs)
    {
        var received = new ReceivedRecord(line, line.Received!);
        Session.Received.Add(received);
        Steps.Add(new CursorStep(null, received, IsEnd: false));
        _servedNs = line.TimeNs + clockNs;
    }

    public void Close(HistoryEvent line)
    {
        Session.Closed.Add(line);
        DisturbConnection(line, line.Connection ?? 0);
    }

    public void Inject(HistoryEvent line)
    {
        Session.Injections.Add(line);
        if (line.Injection!.Status != "not-fired")
        {
            DisturbConnection(line, FaultRecord.ConnectionOf(line));
            if (line.Injection.Cut)
            {
                Session.Cut.Add(FaultRecord.ConnectionOf(line));
            }
        }
    }

    /// <summary>Attaches in the order of their invokes; unfinished ones included.</summary>
    public void FinishAttaches()
    {
        foreach (var call in Session.Calls)
        {
            if (call.IsAttach)
            {
                var attach = _attaches.GetValueOrDefault(call) ?? new AttachRecord(call);
                _attaches[call] = attach;
                Session.Attaches.Add(attach);
            }
        }
    }

    public AttachRecord Attach(CallRecord call) => _attaches[call];

    /// <summary>What happens to a connection that a newer one has replaced does not disturb the session.</summary>
    private void DisturbConnection(HistoryEvent line, int connection)
    {
        if (connection == 0 || connection >= _connection)
        {
            Disturb(line, isUp: false);
        }
    }

    private void Disturb(HistoryEvent line, bool isUp) =>
        Session.Disturbances.Add(new Disturbance(line.Index, line.TimeNs, isUp));
}
