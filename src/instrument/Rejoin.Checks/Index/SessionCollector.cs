namespace Rejoin.Checks;

/// <summary>Takes the lines of one session in order and sorts them into its tables.</summary>
internal sealed class SessionCollector(SessionHeader header)
{
    private readonly Dictionary<CallRecord, AttachRecord> _attaches = [];
    private readonly Dictionary<CallRecord, (long ServedNs, long? AbsentNs)> _before = [];
    private readonly ConnectionTables _connections = new();
    private int _connection;
    private long _servedNs = -1;

    public SessionIndex Session { get; } = new(header);

    /// <summary>Hand-overs, and the invokes and ends of attaches, in order: what a client's position depends
    /// on.</summary>
    public List<CursorStep> Steps { get; } = [];

    public CallRecord Begin(HistoryEvent line, long clockNs)
    {
        var call = new CallRecord(line);
        Session.Calls.Add(call);
        if (call.IsAttach)
        {
            _before[call] = (_servedNs, line.TimeNs + clockNs - _connections.EndedNs);
            _connections.Begin(line);
            Steps.Add(new CursorStep(call, null, IsEnd: false));
            Session.Disturbances.Begin(line, line.Client ?? "");
        }
        else if (call.Operation is Operation.Drop or Operation.Crash or Operation.Restart)
        {
            Session.Disturbances.Down(line, line.Client ?? "");
            _connections.End(line.Connection ?? 0, line, clockNs);
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
            attach.AbsentNs = _before[call].AbsentNs;
            if (attach.IsOk)
            {
                attach.AbsentAtMostNs = _before[call].ServedNs < 0 ? 0
                    : line.TimeNs + clockNs - _before[call].ServedNs;
                _connection = Math.Max(_connection, attach.Connection);
                Session.Disturbances.Up(line, call.Invoke.Client ?? "");
                Serve(attach.Connection, line, clockNs);
            }
            else
            {
                _connections.End(call.Invoke.Connection ?? 0, line, clockNs);
            }
        }
        else if (call.IsOk && call.Operation is not (Operation.Drop or Operation.Crash or Operation.Restart))
        {
            Serve(call.Connection, line, clockNs);
        }
    }

    public void Receive(HistoryEvent line, long clockNs)
    {
        var received = new ReceivedRecord(line, line.Received!);
        Session.Received.Add(received);
        Steps.Add(new CursorStep(null, received, IsEnd: false));
        Serve(received.Connection, line, clockNs);
    }

    public void Close(HistoryEvent line, long clockNs)
    {
        Session.Closed.Add(line);
        _connections.End(line.Connection ?? 0, line, clockNs);
        DisturbConnection(line, line.Connection ?? 0);
    }

    public void Inject(HistoryEvent line, long clockNs)
    {
        Session.Injections.Add(line);
        if (line.Injection!.Status == "not-fired")
        {
            return;
        }

        var connection = FaultRecord.ConnectionOf(line);
        DisturbConnection(line, connection);
        _connections.Inject(connection, line, clockNs);
        if (line.Injection.Cut)
        {
            Session.Cut.Add(connection);
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

        Session.Connections.AddRange(_connections.All);
    }

    public AttachRecord Attach(CallRecord call) => _attaches[call];

    /// <summary>What a client hands over after its connection ended had been sent before.</summary>
    private void Serve(int connection, HistoryEvent line, long clockNs)
    {
        if (!_connections.HasEnded(connection))
        {
            _servedNs = line.TimeNs + clockNs;
        }
    }

    /// <summary>What happens to a connection that a newer one has replaced disturbs its own client only.</summary>
    private void DisturbConnection(HistoryEvent line, int connection)
    {
        var client = _connections.Find(connection)?.Client ?? "";
        if (connection == 0 || connection >= _connection)
        {
            Session.Disturbances.Down(line, client);
        }
        else if (_connections.IsNewestOfClient(connection))
        {
            Session.Disturbances.DownOwn(line, client);
        }
    }
}
