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

    public Disturbances Disturbances { get; } = new();

    /// <summary>Connections in the order of their attempts.</summary>
    public List<ConnectionRecord> Connections { get; } = [];

    /// <summary>Reads of the audit log.</summary>
    public List<HistoryEvent> Audits { get; } = [];

    /// <summary>Reads of the effects that were answered, in the order of answers.</summary>
    public List<CallRecord> EffectReads { get; } = [];

    /// <summary>Messages by id: attempted, delivered or read.</summary>
    public Dictionary<string, MessageRecord> Messages { get; } = [];

    /// <summary>Says in the order of their invokes.</summary>
    public List<MessageRecord> Says { get; } = [];

    /// <summary>Workflows by the id of their start.</summary>
    public Dictionary<string, StartRecord> Starts { get; } = [];

    /// <summary>Values that the session attempted to put.</summary>
    public Dictionary<(string Scope, string Key, string Value), WriteRecord> Writes { get; } = [];

    public List<SegmentRecord> Segments { get; } = [];

    /// <summary>Where content begins anew: the segment of a line.</summary>
    public Boundaries Content { get; set; } = new();

    /// <summary>Resets that said that the session is over.</summary>
    public EndedSessions Ended { get; set; } = new([]);

    public List<DeliveryStretch> Stretches { get; } = [];

    public List<Disappearance> Disappearances { get; } = [];

    public List<ForeignSighting> Foreign { get; } = [];

    /// <summary>Texts and values that were looked through for foreign canaries.</summary>
    public long TextsScanned { get; set; }

    /// <summary>Connections that a cut hit; 0 = one that the injection does not name.</summary>
    public HashSet<int> Cut { get; } = [];

    /// <summary>Whether a message of a session that a reset ended shows in a segment after it. An agent's message is
    /// that of its turn.</summary>
    public bool IsOldMessage(string id, bool isUser, string? turn, string? text, int segment) =>
        Messages.TryGetValue(isUser ? id : turn ?? "", out var message) && IsApplied(message)
        && Ended.IsOld(message.Segment, message.AttemptedIn, segment)
        && (!isUser || message.Say!.Invoke.Input?.Text == text);

    /// <summary>Accepted, or given up and read in the same segment.</summary>
    private bool IsApplied(MessageRecord message) => message.IsAccepted
        || (message is { IsUnknown: true, Say.End: not null, FirstRead: >= 0 }
            && Reads[message.FirstRead].Segment == message.Segment);
}
