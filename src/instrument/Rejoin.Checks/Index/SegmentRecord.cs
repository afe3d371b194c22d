namespace Rejoin.Checks;

/// <summary>A stretch of a session in which its content must go on: from its opening or a reset that emptied it to the
/// next.</summary>
internal sealed class SegmentRecord(AttachRecord? start)
{
    /// <summary>Attach that begins it; null before the first.</summary>
    public AttachRecord? Start { get; } = start;

    public List<ReadRecord> Reads { get; } = [];

    /// <summary>Messages that were handed over, other sessions' left out.</summary>
    public List<ReceivedRecord> Received { get; } = [];

    /// <summary>Attaches that brought a snapshot.</summary>
    public List<AttachRecord> Snapshots { get; } = [];

    /// <summary>Accepted says, in the order of their invokes.</summary>
    public List<MessageRecord> Accepted { get; } = [];

    public ReadRecord? LastRead => Reads.Count == 0 ? null : Reads[^1];

    /// <summary>Accepted says that had ended before the last read began: that read must show them.</summary>
    public IEnumerable<MessageRecord> Due => LastRead is { } last
        ? Accepted.Where(message => message.Say!.Precedes(last.Call))
        : [];
}
