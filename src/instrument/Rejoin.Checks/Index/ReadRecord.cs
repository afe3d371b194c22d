namespace Rejoin.Checks;

/// <summary>A read of the history that was answered.</summary>
internal sealed class ReadRecord(CallRecord call, int ordinal, ReadEntry[] entries)
{
    public CallRecord Call { get; } = call;

    public HistoryEvent Line => Call.End!;

    /// <summary>Number in its session, 0-based, in the order of answers.</summary>
    public int Ordinal { get; } = ordinal;

    public ReadEntry[] Entries { get; } = entries;

    public int Segment { get; set; }

    /// <summary>Stretch of its connection; offsets are comparable within one. Null if unknown.</summary>
    public DeliveryStretch? Stretch { get; set; }
}
