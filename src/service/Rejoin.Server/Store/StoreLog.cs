using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of the store: ids 3000 to 3999.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(3000, LogLevel.Information, "Store opened: {Interrupted} sessions with interrupted turns.")]
    public static partial void Opened(ILogger logger, int interrupted);

    [LoggerMessage(3001, LogLevel.Warning, "A write was rolled back.")]
    public static partial void WriteFailed(ILogger logger, Exception error);

    [LoggerMessage(3002, LogLevel.Critical, "The storage failed; nothing is written any more.")]
    public static partial void StorageFailed(ILogger logger, Exception error);

    [LoggerMessage(3003, LogLevel.Error, "The stored log of session {Session} fails its check at offset {Offset}.")]
    public static partial void Corrupt(ILogger logger, string session, long offset);
}
