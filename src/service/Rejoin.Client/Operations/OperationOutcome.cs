using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The end of one operation.</summary>
public sealed record OperationOutcome
{
    /// <summary>Operation id.</summary>
    public required string Id { get; init; }

    /// <summary>How it ended.</summary>
    public required OperationStatus Status { get; init; }

    /// <summary>Offset of the event that records it; null for operations that record none and without an ack.</summary>
    public long? Offset { get; init; }

    /// <summary>Whether the server had applied it before and this answers a resend.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Answer to a read; null for other operations.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Failure; null unless the status is <see cref="OperationStatus.Refused"/> or
    /// <see cref="OperationStatus.Failed"/>.</summary>
    public ClientError? Error { get; init; }

    /// <summary>Connection that brought the answer; 0 if none did.</summary>
    public int Connection { get; init; }

    /// <summary>Ordinal of the answer among the server's messages on its connection, 1-based; 0 if none came. Smaller
    /// than the <see cref="SessionEvent.Sequence"/> of an event = the answer came first.</summary>
    public long Sequence { get; init; }

    /// <summary>Moment of the receipt of the answer, as <see cref="TimeProvider.GetTimestamp"/>; 0 if none
    /// came.</summary>
    public long ReceivedTimestamp { get; init; }

    /// <summary>Connections on which it was sent; 0 = it never left this process.</summary>
    public int TimesSent { get; init; }

    /// <summary>Whether the operation took effect: acknowledged or answered.</summary>
    public bool Succeeded => Status is OperationStatus.Acked or OperationStatus.Answered;

    /// <summary>Whether the operation can have taken effect at the server; for a failed one this means "unknown".
    /// False = certainly not applied.</summary>
    public bool MayHaveBeenApplied => Succeeded || (Status == OperationStatus.Failed && TimesSent > 0);

    /// <summary>This outcome, if the operation succeeded.</summary>
    /// <exception cref="RejoinClientException">It was refused or failed.</exception>
    public OperationOutcome EnsureSucceeded() => Error is null ? this : throw new RejoinClientException(Error);
}
