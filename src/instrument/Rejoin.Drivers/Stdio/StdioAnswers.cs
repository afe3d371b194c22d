using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>Answers of a driver as outcomes.</summary>
internal static class StdioAnswers
{
    /// <summary>Outcome of one operation.</summary>
    /// <exception cref="DriverException">The answer lacks what this operation's answer must have.</exception>
    public static OperationOutcome Outcome(
        StdioMessage answer, Operation operation, int connection, DriverPosition? presented)
    {
        TimeSpan? retryAfter = answer.RetryAfterMs is { } wait and >= 0 and <= 86_400_000
            ? TimeSpan.FromMilliseconds(wait)
            : null;
        if (answer.Type == "ok")
        {
            var result = answer.Result ?? new OperationResult();
            Require(operation, result);
            return OperationOutcome.Ok(connection, Presented(result, operation, presented));
        }

        if (answer.Error is not { Code.Length: > 0 and <= 64 } error)
        {
            throw new DriverException(
                "garbage", $"The driver ended '{operation}' with {answer.Type} and without 'error' (code, message).");
        }

        if (error.Code == "not-supported")
        {
            throw new DriverException(
                "capabilities", $"The driver says that it offers '{operation}' and answers that it does not.");
        }

        return answer.Type == "fail"
            ? OperationOutcome.Fail(connection, error.Code, error.Message, retryAfter)
            : OperationOutcome.Info(connection, error.Code, error.Message, retryAfter);
    }

    private static void Require(Operation operation, OperationResult result)
    {
        var missing = operation switch
        {
            Operation.Connect or Operation.Resume when result.Attach is null => "attach",
            Operation.History when result.History is null => "history",
            Operation.Context when result.Context is null => "context",
            Operation.Effects when result.Effects is null => "effects",
            _ => null,
        };
        if (missing is not null)
        {
            throw new DriverException(
                "capabilities", $"The driver ended '{operation}' with ok and without 'result.{missing}'.");
        }
    }

    // What it presented is known here too; a driver that says nothing about it needs not to.
    private static OperationResult Presented(
        OperationResult result, Operation operation, DriverPosition? presented) =>
        operation is Operation.Resume && result.Attach is { PresentedEpoch: null, PresentedOffset: null } attach
            && presented is { } at
            ? result with { Attach = attach with { PresentedEpoch = at.Epoch, PresentedOffset = at.Offset } }
            : result;
}
