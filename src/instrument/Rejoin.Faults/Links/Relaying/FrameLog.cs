namespace Rejoin.Faults.Links.Relaying;

/// <summary>The data frames of one connection in order, up to a limit. Thread-safe.</summary>
internal sealed class FrameLog(int limit)
{
    private readonly Lock _lock = new();
    private readonly List<FrameEntry> _entries = [];

    /// <summary>Adds a frame unless the list is full.</summary>
    public void Add(FrameEntry entry)
    {
        lock (_lock)
        {
            if (_entries.Count < limit)
            {
                _entries.Add(entry);
            }
        }
    }

    /// <summary>The frames so far.</summary>
    public IReadOnlyList<FrameEntry> Snapshot()
    {
        lock (_lock)
        {
            return [.. _entries];
        }
    }
}
