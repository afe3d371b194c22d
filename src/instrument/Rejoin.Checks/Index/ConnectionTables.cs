namespace Rejoin.Checks;

/// <summary>The connections of a session, while its lines are walked in order.</summary>
internal sealed class ConnectionTables
{
    private readonly Dictionary<int, ConnectionRecord> _byNumber = [];
    private readonly Dictionary<string, int> _newest = [];
    private int _open;
    private long _endedNs = -1;

    public List<ConnectionRecord> All { get; } = [];

    /// <summary>Time, moved clock included, at which every connection so far had ended; null if one has not, or there
    /// is none.</summary>
    public long? EndedNs => _open > 0 || _endedNs < 0 ? null : _endedNs;

    public void Begin(HistoryEvent invoke)
    {
        var connection = new ConnectionRecord(invoke);
        if (_byNumber.TryAdd(connection.Number, connection))
        {
            All.Add(connection);
            _newest[connection.Client] = connection.Number;
            _open++;
        }
    }

    public ConnectionRecord? Find(int connection) => _byNumber.GetValueOrDefault(connection);

    public bool HasEnded(int connection) => Find(connection) is { FirstEnd: > 0 };

    /// <summary>Whether its client has made no other since.</summary>
    public bool IsNewestOfClient(int connection) =>
        Find(connection) is { } found && _newest[found.Client] == connection;

    public void End(int connection, HistoryEvent line, long clockNs)
    {
        if (Find(connection) is not { } found)
        {
            return;
        }

        _open -= found.FirstEnd == 0 ? 1 : 0;
        found.End(line.Index);
        _endedNs = Math.Max(_endedNs, line.TimeNs + clockNs);
    }

    /// <summary>A fault is written when it acts, and again, much later, with what became of it.</summary>
    public void Inject(int connection, HistoryEvent line, long clockNs)
    {
        if (Find(connection) is not { } found || line.Injection is not { Cut: true } injection)
        {
            return;
        }

        found.IsServiceUntold |= injection.Status == "mislabelled"
            || injection.Kind is not ("fin" or "rst" or "close" or "half-open-service-lost");
        if (found.FirstEnd == 0)
        {
            End(connection, line, clockNs);
        }
    }
}
