using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The place in which one message of a session waits for the next.</summary>
internal sealed class HeldOperation
{
    // Long enough for a message that is already on its way.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);
    private readonly Lock gate = new();
    private Func<Task<OperationOutcome>>? operation;
    private TaskCompletionSource<Task<OperationOutcome>>? outcome;

    /// <summary>Holds a message if none is held; lets the held one go after another message, or before anything
    /// else.</summary>
    public Task<OperationOutcome> Take(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        lock (gate)
        {
            if (request.Operation is not Say)
            {
                Release(outcome);
                return next();
            }

            if (outcome is null)
            {
                operation = next;
                outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _ = ReleaseLaterAsync(outcome);
                return outcome.Task.Unwrap();
            }

            var second = next();
            Release(outcome);
            return second;
        }
    }

    private async Task ReleaseLaterAsync(TaskCompletionSource<Task<OperationOutcome>> waiting)
    {
        await Task.Delay(Longest, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        lock (gate)
        {
            Release(waiting);
        }
    }

    private void Release(TaskCompletionSource<Task<OperationOutcome>>? waiting)
    {
        if (waiting is not null && ReferenceEquals(waiting, outcome))
        {
            outcome = null;
            waiting.SetResult(operation!());
        }
    }
}
