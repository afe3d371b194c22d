namespace Rejoin.Checks;

/// <summary>One line of a history.</summary>
/// <remarks>Which parts are present depends on <see cref="Type"/>; see docs/reference/history.md.</remarks>
public sealed record HistoryEvent
{
    /// <summary>Line number, 1-based, contiguous.</summary>
    public required long Index { get; init; }

    /// <summary>Nanoseconds since the first line, on one monotonic clock; never decreases.</summary>
    public required long TimeNs { get; init; }

    /// <summary>Kind of the line.</summary>
    public required HistoryEventType Type { get; init; }

    /// <summary>What the trial is; on the first line only.</summary>
    public TrialHeader? Trial { get; init; }

    /// <summary>Client life; a new one after each crash, names are never reused in a trial.</summary>
    public string? Client { get; init; }

    /// <summary>Session, by the label that the trial gives it.</summary>
    public string? Session { get; init; }

    /// <summary>Connection of the session, 1-based in the order of attempts; absent if the line belongs to
    /// none.</summary>
    public int? Connection { get; init; }

    /// <summary>Call that an invoke begins and one ok, fail or info ends; unique in the trial.</summary>
    public long? Call { get; init; }

    /// <summary>Operation of an invoke, ok, fail or info.</summary>
    public Operation? Operation { get; init; }

    /// <summary>Arguments, on an invoke.</summary>
    public OperationInput? Input { get; init; }

    /// <summary>Result, on an ok.</summary>
    public OperationResult? Result { get; init; }

    /// <summary>Cause, on a fail or info.</summary>
    public OperationError? Error { get; init; }

    /// <summary>Event that was handed over, on a received.</summary>
    public ReceivedEvent? Received { get; init; }

    /// <summary>Text, on a notice.</summary>
    public string? Notice { get; init; }

    /// <summary>How the connection ended, on a closed.</summary>
    public ConnectionEnd? Closed { get; init; }

    /// <summary>What was done and seen, on an injection.</summary>
    public InjectionEvidence? Injection { get; init; }

    /// <summary>Milliseconds by which the clock was moved forward, on a clock.</summary>
    public long? AdvancedMs { get; init; }

    /// <summary>Counts of the service process, on a counters.</summary>
    public CountersView? Counters { get; init; }

    /// <summary>Entries of the session in the order of their times, on an audit.</summary>
    public IReadOnlyList<AuditEntry>? Audit { get; init; }
}
