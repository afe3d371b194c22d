namespace Rejoin.Checks;

/// <summary>The tables of one session. Filled by the builders of this folder; checks only read it.</summary>
internal sealed class SessionIndex(SessionHeader header)
{
    public SessionHeader Header { get; } = header;

    public string Label => Header.Session;

    /// <summary>Operations in the order of their invokes.</summary>
    public List<CallRecord> Calls { get; } = [];

    /// <summary>Connects and resumes in the order of their invokes, which is that of their connections.</summary>
    public List<AttachRecord> Attaches { get; } = [];

    public List<ReceivedRecord> Received { get; } = [];

    /// <summary>Reads of the history that were answered, in the order of answers.</summary>
    public List<ReadRecord> Reads { get; } = [];

    /// <summary>Reads of the context that were answered, in the order of answers.</summary>
    public List<CallRecord> ContextReads { get; } = [];

    public List<HistoryEvent> Closed { get; } = [];

    /// <summary>Injections on the session's link, and those that name no session.</summary>
    public List<HistoryEvent> Injections { get; } = [];

    public List<Disturbance> Disturbances { get; } = [];

    /// <summary>Messages by id: attempted, delivered or read.</summary>
    public Dictionary<string, MessageRecord> Messages { get; } = [];

    /// <summary>Says in the order of their invokes.</summary>
    public List<MessageRecord> Says { get; } = [];

    public List<SegmentRecord> Segments { get; } = [];

    public List<DeliveryStretch> Stretches { get; } = [];

    public List<Disappearance> Disappearances { get; } = [];

    public List<ForeignSighting> Foreign { get; } = [];

    /// <summary>Texts and values that were looked through for foreign canaries.</summary>
    public long TextsScanned { get; set; }

    /// <summary>Connections that a cut hit; 0 = one that the injection does not name.</summary>
    public HashSet<int> Cut { get; } = [];
}
