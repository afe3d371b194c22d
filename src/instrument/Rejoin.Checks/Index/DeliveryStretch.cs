namespace Rejoin.Checks;

/// <summary>Events and attaches of one epoch: a stretch in which offsets are contiguous.</summary>
internal sealed class DeliveryStretch(string epoch, int segment)
{
    public string Epoch { get; } = epoch;

    public int Segment { get; } = segment;

    public List<ReceivedRecord> Received { get; } = [];

    public List<AttachRecord> Attaches { get; } = [];

    /// <summary>Offsets that were handed over, ascending, each once.</summary>
    public List<long> Offsets { get; } = [];

    /// <summary>Fills <see cref="Offsets"/> when every event is there.</summary>
    public void SortOffsets()
    {
        var all = new List<long>(Received.Count);
        foreach (var received in Received)
        {
            if (received.Event.Offset is { } offset)
            {
                all.Add(offset);
            }
        }

        all.Sort();
        foreach (var offset in all)
        {
            if (Offsets.Count == 0 || Offsets[^1] != offset)
            {
                Offsets.Add(offset);
            }
        }
    }
}
