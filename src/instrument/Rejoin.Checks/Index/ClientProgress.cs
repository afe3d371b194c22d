namespace Rejoin.Checks;

/// <summary>What one client life was handed of one stretch.</summary>
internal sealed class ClientProgress
{
    private readonly Dictionary<long, long> _lines = [];

    /// <summary>Newest offset that was handed over or stood for; null = none.</summary>
    public long? Newest { get; set; }

    /// <summary>Offset that was handed over last; null = none.</summary>
    public long? Last { get; set; }

    /// <summary>Line that handed this offset over before; 0 if this line is the first, and it is remembered.</summary>
    public long FirstLine(long offset, long line) => _lines.TryAdd(offset, line) ? 0 : _lines[offset];
}
