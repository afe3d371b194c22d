namespace Rejoin.Checks;

/// <summary>An event that was handed over.</summary>
internal sealed class ReceivedRecord(HistoryEvent line, ReceivedEvent item)
{
    public HistoryEvent Line { get; } = line;

    public ReceivedEvent Event { get; } = item;

    public int Connection { get; } = line.Connection ?? 0;

    /// <summary>Message that it is; null for events that are none.</summary>
    public MessageRecord? Message { get; set; }

    /// <summary>Canary of another session in its text or value, or of its own if a reset ended that session; null
    /// otherwise.</summary>
    public string? Foreign { get; set; }

    public int Segment { get; set; }

    public DeliveryStretch? Stretch { get; set; }

    /// <summary>Attach of its connection; null if the history does not show it.</summary>
    public AttachRecord? Attach { get; set; }

    /// <summary>Line at which the same client life was handed the same offset of the same stretch before; 0 =
    /// never.</summary>
    public long RepeatOf { get; set; }

    public bool IsRepeated => RepeatOf > 0;
}
