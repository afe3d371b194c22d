using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One append with everything that belongs in its transaction.</summary>
public sealed record AppendCommand
{
    /// <summary>Session id.</summary>
    public required string Session { get; init; }

    /// <summary>Events in order; empty only to ask whether the operation is recorded.</summary>
    public required IReadOnlyList<EventData> Events { get; init; }

    /// <summary>Who appends; null = not fenced.</summary>
    public AppendFence? Fence { get; init; }

    /// <summary>Operation that the first event records; null = none, so no resend is recognised.</summary>
    public OperationKey? Operation { get; init; }

    /// <summary>Turn that begins with this append; null = none.</summary>
    public StoredTurn? Begin { get; init; }

    /// <summary>Turn that ends with this append; null = none.</summary>
    public string? Finish { get; init; }

    /// <summary>Turn whose attempt is given up: the next one begins; null = none.</summary>
    public string? Retry { get; init; }

    /// <summary>Whether a limit forbids a new operation: a resend is still answered, anything else is
    /// <see cref="AppendStatus.Limit"/>.</summary>
    public bool LimitReached { get; init; }
}
