namespace Rejoin.Checks;

/// <summary>What a service promises. What it does not promise is listed as not judged.</summary>
/// <remarks>Read by <see cref="ContractReader"/>, written by <see cref="ContractWriter"/>; every key is described in
/// docs/reference/contract.md. An absent promise is null or empty, and the checks that need it judge nothing.</remarks>
public sealed record Contract
{
    /// <summary>Version of the format; the one that this code reads and writes.</summary>
    public const string CurrentSchema = "rejoin.contract/1";

    /// <summary>Name of the service, for reports; 1 to 128 characters.</summary>
    public required string Service { get; init; }

    /// <summary>How a run reaches the service; null = the command says, and without it the embedded service.</summary>
    public ContractTarget? Target { get; init; }

    /// <summary>Who speaks the service's protocol; null = the command says, and without it the driver of
    /// rejoin.v1.</summary>
    public ContractDriver? Driver { get; init; }

    /// <summary>Absences after which a session can still be resumed.</summary>
    public ContractWindows Windows { get; init; } = new();

    /// <summary>What is kept for replay.</summary>
    public ContractRetention Retention { get; init; } = new();

    /// <summary>Delivery in both directions.</summary>
    public ContractDelivery Delivery { get; init; } = new();

    /// <summary>Scope within which order is kept; default none.</summary>
    public OrderScope Order { get; init; } = OrderScope.None;

    /// <summary>What becomes of a connection when a newer one takes its session; null = not promised.</summary>
    public Takeover? Takeover { get; init; }

    /// <summary>What becomes of an attach from another place than the one before; null = not promised.</summary>
    public MoveReport? Moves { get; init; }

    /// <summary>What a resume of an expired session gets; null = not promised.</summary>
    public Expiry? Expiry { get; init; }

    /// <summary>Whether the service says truly that a session goes on or was reset; default absent.</summary>
    public RecoveredSignal Recovered { get; init; } = RecoveredSignal.Absent;

    /// <summary>Authoritative reads that the service offers; empty = none.</summary>
    public IReadOnlyList<ReadKind> Reads { get; init; } = [];

    /// <summary>What must not be seen by others; both default to true.</summary>
    public ContractIsolation Isolation { get; init; } = new();

    /// <summary>Close codes per situation.</summary>
    public ContractCloseCodes CloseCodes { get; init; } = new();

    /// <summary>Longest times for an answer and for a recovery.</summary>
    public ContractTimeouts Timeouts { get; init; } = new();

    /// <summary>How far a connection gets that is lost at the same place every time.</summary>
    public ContractProgress Progress { get; init; } = new();

    /// <summary>Thresholds on statistics; ids are unique.</summary>
    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    /// <summary>Whether a read of this kind is promised.</summary>
    public bool Promises(ReadKind read) => Reads.Contains(read);
}
