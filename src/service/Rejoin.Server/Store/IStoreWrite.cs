namespace Rejoin.Server;

/// <summary>One write that waits for the writer.</summary>
internal interface IStoreWrite
{
    /// <summary>Carries it out inside a transaction; may be called again after a rollback.</summary>
    void Execute(StoreTransaction transaction);

    /// <summary>Tells the caller, after the commit.</summary>
    void Complete();

    /// <summary>Tells the caller that it failed.</summary>
    void Fail(Exception error);
}
