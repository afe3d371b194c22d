namespace Rejoin.Checks;

/// <summary>An event as it was handed to the application; fields that the event has not are absent.</summary>
public sealed record ReceivedEvent
{
    /// <summary>Epoch in which it was delivered.</summary>
    public string? Epoch { get; init; }

    /// <summary>Offset; absent if the service has none.</summary>
    public long? Offset { get; init; }

    /// <summary>Kind, as the service names it: <c>user_message</c>, <c>delta</c>, <c>agent_message</c>,
    /// <c>value_set</c>, <c>workflow_started</c>, <c>step_started</c>, <c>tool_called</c>, <c>tool_returned</c>,
    /// <c>step_completed</c>, <c>workflow_completed</c>, <c>turn_interrupted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the event's bytes.</summary>
    public string? Digest { get; init; }

    /// <summary>Whether it came before the end-of-replay mark.</summary>
    public bool Replayed { get; init; }

    /// <summary>Message or operation id.</summary>
    public string? Id { get; init; }

    /// <summary>Timestamp as the service gives it (RFC 3339).</summary>
    public string? At { get; init; }

    /// <summary>Turn.</summary>
    public string? Turn { get; init; }

    /// <summary>Attempt of the turn, 1-based.</summary>
    public int? Attempt { get; init; }

    /// <summary>Index of a delta in its attempt, 0-based.</summary>
    public int? DeltaIndex { get; init; }

    /// <summary>Text of a message or delta.</summary>
    public string? Text { get; init; }

    /// <summary>"memory" or "preference".</summary>
    public string? Scope { get; init; }

    /// <summary>Key.</summary>
    public string? Key { get; init; }

    /// <summary>Value as canonical JSON text.</summary>
    public string? Value { get; init; }

    /// <summary>Workflow id.</summary>
    public string? Workflow { get; init; }

    /// <summary>Name of the workflow that was started.</summary>
    public string? Name { get; init; }

    /// <summary>Names of all steps, in order, of the workflow that was started.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>Step, 1-based.</summary>
    public int? Step { get; init; }

    /// <summary>Effect id.</summary>
    public string? Effect { get; init; }
}
