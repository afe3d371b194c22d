namespace Rejoin.Checks;

/// <summary>How many connections of a session the service may rightly hold.</summary>
internal sealed class ConnectionHold(SessionIndex session)
{
    private readonly Dictionary<int, long> _attachedAt = session.Attaches.Where(attach => attach.IsOk)
        .DistinctBy(attach => attach.Connection)
        .ToDictionary(attach => attach.Connection, attach => attach.Call.End!.Index);

    /// <summary>Number at a line: the newest attached connection and the attempts after it, without those that ended
    /// and of which the service was told.</summary>
    public int At(long line)
    {
        var (held, isAttached) = (0, false);
        for (var i = Begun(line) - 1; i >= 0 && !isAttached; i--)
        {
            var connection = session.Connections[i];
            held += connection.FirstEnd == 0 || connection.FirstEnd > line || connection.IsServiceUntold ? 1 : 0;
            isAttached = _attachedAt.TryGetValue(connection.Number, out var attached) && attached < line;
        }

        return held;
    }

    /// <summary>Number of connections whose attempt began before a line.</summary>
    private int Begun(long line)
    {
        var (low, high) = (0, session.Connections.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = session.Connections[middle].Invoke.Index < line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
