namespace Rejoin.Checks;

/// <summary>When the connection of a session, and that of each of its client lives, came up or may have gone
/// down.</summary>
internal sealed class Disturbances
{
    private readonly Dictionary<string, List<Disturbance>> _byClient = [];
    private readonly HashSet<string> _up = [];

    /// <summary>Those of the session's newest connection.</summary>
    public List<Disturbance> All { get; } = [];

    /// <summary>Those of a client life's own connections. A newer connection of another life takes its away.</summary>
    public IReadOnlyList<Disturbance> OfClient(string client) =>
        _byClient.TryGetValue(client, out var found) ? found : [];

    /// <summary>An attach of a client begins.</summary>
    public void Begin(HistoryEvent line, string client)
    {
        Down(line, client);
        foreach (var other in _up)
        {
            Own(other, line, isUp: false);
        }

        _up.Clear();
    }

    public void Up(HistoryEvent line, string client)
    {
        All.Add(new Disturbance(line.Index, line.TimeNs, IsUp: true, client));
        Own(client, line, isUp: true);
        _up.Add(client);
    }

    /// <summary>The session's connection may have gone down; every client's, if the line does not tell whose.</summary>
    public void Down(HistoryEvent line, string client)
    {
        All.Add(new Disturbance(line.Index, line.TimeNs, IsUp: false, client));
        if (client.Length > 0)
        {
            DownOwn(line, client);
            return;
        }

        foreach (var other in _up)
        {
            Own(other, line, isUp: false);
        }

        _up.Clear();
    }

    /// <summary>A client's own connection may have gone down, and a newer one holds the session.</summary>
    public void DownOwn(HistoryEvent line, string client)
    {
        Own(client, line, isUp: false);
        _up.Remove(client);
    }

    private void Own(string client, HistoryEvent line, bool isUp)
    {
        if (!_byClient.TryGetValue(client, out var own))
        {
            _byClient.Add(client, own = []);
        }

        own.Add(new Disturbance(line.Index, line.TimeNs, isUp, client));
    }
}
