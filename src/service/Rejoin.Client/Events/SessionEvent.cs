namespace Rejoin.Client;

/// <summary>Something that a session hands to its application, in order.</summary>
public abstract record SessionEvent
{
    /// <summary>Connection on which it was observed: 1 for the first attempt of this session object.</summary>
    public required int Connection { get; init; }

    /// <summary>Ordinal of the server's message on its connection, 1-based (1 is the verdict); 0 if no message
    /// stands behind it.</summary>
    public long Sequence { get; init; }

    /// <summary>Cursor when this is processed, without operations: an application that stores it together with the
    /// effects of this event never misses and never repeats one. Null before the first verdict.</summary>
    public SessionCursor? Cursor { get; internal set; }

    /// <summary>Moment of the receipt, as <see cref="TimeProvider.GetTimestamp"/> of the session's options.</summary>
    public required long ReceivedTimestamp { get; init; }
}
