using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The way of an operation from its call to its end.</summary>
internal sealed class Submissions(RejoinSessionOptions options, Outbox outbox)
{
    /// <summary>Takes an operation and waits for its end.</summary>
    /// <param name="operation">Operation.</param>
    /// <param name="timeout">Longest time to the answer; null = the setting.</param>
    /// <param name="current">The connection that holds the session now.</param>
    /// <param name="cancellationToken">Gives the operation up.</param>
    public async Task<OperationOutcome> RunAsync(
        ClientOperation operation, TimeSpan? timeout, Func<SessionConnection?> current,
        CancellationToken cancellationToken)
    {
        if (!RejoinProtocol.IsId(operation.Id))
        {
            throw new ArgumentException("An operation id is 1 to 64 characters of A–Z a–z 0–9 - _.", nameof(operation));
        }

        var limit = timeout ?? options.OperationTimeout;
        if (!OptionsCheck.IsTimeout(limit))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), "Above 0 and at most 24 days, or infinite.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var item = outbox.Add(operation, restored: false);
        current()?.Wake();
        try
        {
            return await item.Outcome.WaitAsync(limit, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            item.Complete(item.Failed(Errors.Of(
                ClientFailure.OperationTimeout,
                current()?.Stage ?? ClientStage.Local,
                $"Operation '{operation.Id}' was not answered within {limit.TotalMilliseconds:0} ms. It may have been "
                + "applied if it was sent; the same id again has one effect.")));
            return await item.Outcome.ConfigureAwait(false);
        }
        finally
        {
            outbox.Withdraw(item);
        }
    }
}
