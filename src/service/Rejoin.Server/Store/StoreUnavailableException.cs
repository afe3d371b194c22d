namespace Rejoin.Server;

/// <summary>A write that the store could not take and has rolled back, or never began.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
