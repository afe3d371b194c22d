namespace Rejoin.Checks.Tests;

/// <summary>Writes the history of a trial step by step: sessions of a scripted service and their clients.</summary>
public sealed class TrialScript
{
    private readonly List<HistoryEvent> _lines = [];
    private readonly List<SessionScript> _sessions = [];
    private long _timeNs;
    private long _call;

    public TrialScript(params (string Session, string Principal)[] sessions)
    {
        var headers = sessions.Select((pair, i) => new SessionHeader
        {
            Session = pair.Session,
            Principal = pair.Principal,
            Canary = $"cn-{0xA0 + i:x16}",
        }).ToArray();
        Add(new HistoryEvent
        {
            Index = 0,
            TimeNs = 0,
            Type = HistoryEventType.Trial,
            Trial = new TrialHeader { Scenario = "history", Trial = 1, Round = 1, Seed = 0x5EED, Sessions = headers },
        });
        _sessions.AddRange(headers.Select(header => new SessionScript(this, header)));
    }

    /// <summary>One session of one principal.</summary>
    public static TrialScript Single() => new(("s1", "ada"));

    /// <summary>Connections that the service holds although nobody uses them.</summary>
    public int Zombies { get; set; }

    public SessionScript this[string label] => _sessions.Single(session => session.Header.Session == label);

    public IReadOnlyList<SessionScript> Sessions => _sessions;

    public List<HistoryEvent> Lines => _lines;

    public long NextCall() => ++_call;

    public void Wait(TimeSpan time) => _timeNs += time.Ticks * 100;

    /// <summary>Adds a line; its number and time are given here.</summary>
    public HistoryEvent Add(HistoryEvent line)
    {
        var numbered = line with { Index = _lines.Count + 1, TimeNs = _timeNs };
        _lines.Add(numbered);
        _timeNs += 1_000_000;
        return numbered;
    }

    public void Advance(TimeSpan time) => Add(new HistoryEvent
    {
        Index = 0,
        TimeNs = 0,
        Type = HistoryEventType.Clock,
        AdvancedMs = (long)time.TotalMilliseconds,
    });

    /// <summary>Counts of the service, when nothing has happened for longer than an operation may take.</summary>
    public void Count()
    {
        Wait(TimeSpan.FromSeconds(6));
        Add(new HistoryEvent
        {
            Index = 0,
            TimeNs = 0,
            Type = HistoryEventType.Counters,
            Counters = new CountersView
            {
                HeapBytes = 1_000_000,
                Connections = _sessions.Count(session => session.IsUp) + Zombies,
                Sessions = _sessions.Count,
            },
        });
    }

    /// <summary>Takes lines out and numbers the rest anew.</summary>
    public TrialScript Without(Predicate<HistoryEvent> isGone)
    {
        _lines.RemoveAll(isGone);
        for (var i = 0; i < _lines.Count; i++)
        {
            _lines[i] = _lines[i] with { Index = i + 1 };
        }

        return this;
    }

    public TrialHistory Build() => new() { Header = _lines[0].Trial!, Events = _lines };
}
