using Rejoin.Checks;

namespace Rejoin.Bench;

/// <summary>Writes the lines of a made-up history: numbered, and 20 µs apart.</summary>
internal sealed class HistoryPen
{
    private const long LineNs = 20_000;
    private readonly List<HistoryEvent> lines = [];
    private long lastCall;

    /// <summary>Lines so far.</summary>
    public IReadOnlyList<HistoryEvent> Lines => lines;

    /// <summary>Adds a line of a type, which is then filled.</summary>
    public void Write(HistoryEventType type, Func<HistoryEvent, HistoryEvent> fill) =>
        lines.Add(fill(new HistoryEvent { Index = lines.Count + 1, TimeNs = lines.Count * LineNs, Type = type }));

    /// <summary>Number of the next call.</summary>
    public long NextCall() => ++lastCall;
}
