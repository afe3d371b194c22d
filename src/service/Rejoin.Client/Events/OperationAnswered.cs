namespace Rejoin.Client;

/// <summary>The outcome of an operation that no caller waits for: it came back from a persisted cursor.</summary>
public sealed record OperationAnswered : SessionEvent
{
    /// <summary>The outcome.</summary>
    public required OperationOutcome Outcome { get; init; }
}
