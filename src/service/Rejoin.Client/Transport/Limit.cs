namespace Rejoin.Client;

/// <summary>A step with a time limit and a failure of its own.</summary>
internal static class Limit
{
    /// <exception cref="RejoinClientException">The limit passed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled from outside.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> step, TimeSpan limit, TimeProvider time, Func<ClientError> late,
        CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await step(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            throw new RejoinClientException(late());
        }
    }
}
