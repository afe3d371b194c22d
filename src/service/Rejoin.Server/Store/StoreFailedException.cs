namespace Rejoin.Server;

/// <summary>A write whose fate is unknown: the storage failed. Nothing is written any more; only a restart
/// finds out what is durable.</summary>
public sealed class StoreFailedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
