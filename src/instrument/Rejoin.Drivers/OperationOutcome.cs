using Rejoin.Checks;

namespace Rejoin.Drivers;

/// <summary>How an operation ended.</summary>
public sealed record OperationOutcome
{
    /// <summary>Ok, fail or info.</summary>
    public required HistoryEventType Type { get; init; }

    /// <summary>Result of an ok.</summary>
    public OperationResult? Result { get; init; }

    /// <summary>Cause of a fail or info.</summary>
    public OperationError? Error { get; init; }

    /// <summary>Connection that the operation ended on; 0 = none.</summary>
    public int Connection { get; init; }

    /// <summary>Time after which the service asks to try again; null = no hint.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>It ended as asked.</summary>
    public static OperationOutcome Ok(int connection, OperationResult result) =>
        new() { Type = HistoryEventType.Ok, Connection = connection, Result = result };

    /// <summary>It was certainly not applied.</summary>
    public static OperationOutcome Fail(int connection, string code, string message, TimeSpan? retryAfter = null) =>
        new()
        {
            Type = HistoryEventType.Fail, Connection = connection, Error = new(code, message), RetryAfter = retryAfter,
        };

    /// <summary>It may or may not have been applied.</summary>
    public static OperationOutcome Info(int connection, string code, string message, TimeSpan? retryAfter = null) =>
        new()
        {
            Type = HistoryEventType.Info, Connection = connection, Error = new(code, message), RetryAfter = retryAfter,
        };
}
