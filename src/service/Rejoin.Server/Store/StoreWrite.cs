namespace Rejoin.Server;

/// <summary>A write with a result that its caller gets after the commit.</summary>
internal sealed class StoreWrite<T>(Func<StoreTransaction, T> execute) : IStoreWrite
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Done => done.Task;

    public void Execute(StoreTransaction transaction) => result = execute(transaction);

    public void Complete() => done.TrySetResult(result);

    public void Fail(Exception error) => done.TrySetException(error);
}
