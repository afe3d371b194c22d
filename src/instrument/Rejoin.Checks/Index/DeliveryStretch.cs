namespace Rejoin.Checks;

/// <summary>Events and attaches of one epoch: a stretch in which offsets are contiguous.</summary>
internal sealed class DeliveryStretch(string epoch, int segment)
{
    public string Epoch { get; } = epoch;

    public int Segment { get; } = segment;

    public List<ReceivedRecord> Received { get; } = [];

    public List<AttachRecord> Attaches { get; } = [];
}
