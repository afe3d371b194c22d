using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>One failure, told so that a program can act on it and a person can understand it.</summary>
/// <remarks>No text of it ever holds an access token.</remarks>
public sealed record ClientError
{
    /// <summary>Cause.</summary>
    public required ClientFailure Failure { get; init; }

    /// <summary>Stage in which it happened.</summary>
    public required ClientStage Stage { get; init; }

    /// <summary>Text for people: what happened, where, what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Whether a new attempt by itself can help; false for refusals for good.</summary>
    public required bool IsRetryable { get; init; }

    /// <summary>Shortest time to wait before the next attempt, as the server asked; null = no wish.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Close code of the connection; null if it ended without a close frame or was never open.</summary>
    public int? CloseCode { get; init; }

    /// <summary>HTTP status that answered the upgrade; null if none came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Reason of the reset; null unless the failure is <see cref="ClientFailure.SessionReset"/>.</summary>
    public ResetReason? ResetReason { get; init; }

    /// <summary>Refusal; null unless the failure is <see cref="ClientFailure.OperationRefused"/>.</summary>
    public RefusalCode? Refusal { get; init; }

    /// <summary>Exception below, for a log; null if there is none.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Close code with which this side ends the connection; null = by the cause.</summary>
    internal int? Reply { get; init; }

    /// <summary>Failure, stage and text, without the exception below.</summary>
    public override string ToString() => $"{Failure} in stage {Stage}: {Message}";
}
