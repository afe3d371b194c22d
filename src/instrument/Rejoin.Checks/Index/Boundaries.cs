namespace Rejoin.Checks;

/// <summary>Connections at which something of a session begins anew; they part its lines into numbered
/// stretches.</summary>
internal sealed class Boundaries
{
    private readonly List<(int Connection, long Line)> _all = [];

    public int Count => _all.Count;

    /// <summary>Adds a boundary; connections must not decrease.</summary>
    public void Add(int connection, long line) => _all.Add((connection, line));

    /// <summary>Number of boundaries at or before a connection; by line if the line belongs to no connection.</summary>
    public int Before(int connection, long line)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (at, began) = _all[middle];
            if (connection > 0 ? at <= connection : began <= line)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
