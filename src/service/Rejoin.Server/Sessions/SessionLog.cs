using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of sessions: ids 1000 to 1999.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(1000, LogLevel.Information, "Session {Session} opened by connection {Connection}.")]
    public static partial void Opened(ILogger logger, string session, long connection);

    [LoggerMessage(1001, LogLevel.Information,
        "Session {Session} resumed by connection {Connection}, generation {Generation}, from {From} to {Head}.")]
    public static partial void Resumed(
        ILogger logger, string session, long connection, long generation, long from, long head);

    [LoggerMessage(1002, LogLevel.Information, "Connection {Connection} is told reset: {Reason}.")]
    public static partial void Reset(ILogger logger, long connection, string reason);

    [LoggerMessage(1003, LogLevel.Error, "Session {Session} no longer agrees with the store and is unloaded.")]
    public static partial void Faulted(ILogger logger, string session, Exception error);

    [LoggerMessage(1004, LogLevel.Warning, "The detach of session {Session} is not written yet.")]
    public static partial void DetachPostponed(ILogger logger, string session, Exception error);

    [LoggerMessage(1005, LogLevel.Debug, "Session {Session} trimmed up to {Offset}.")]
    public static partial void Trimmed(ILogger logger, string session, long offset);

    [LoggerMessage(1006, LogLevel.Warning, "Session {Session} is not trimmed yet.")]
    public static partial void TrimPostponed(ILogger logger, string session, Exception error);

    [LoggerMessage(1007, LogLevel.Information, "{Count} sessions expired.")]
    public static partial void Expired(ILogger logger, int count);

    [LoggerMessage(1008, LogLevel.Error, "The sweep failed and is tried again.")]
    public static partial void SweepFailed(ILogger logger, Exception error);

    [LoggerMessage(1009, LogLevel.Information,
        "Session {Session} is attached from another place than before, generation {Generation}.")]
    public static partial void Moved(ILogger logger, string session, long generation);
}
