using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of connections: ids 2000 to 2999.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Connection {Connection} accepted.")]
    public static partial void Accepted(ILogger logger, long connection);

    [LoggerMessage(2001, LogLevel.Debug, "Connection {Connection} refused: status {Status}, close {Code}.")]
    public static partial void Refused(ILogger logger, long connection, int status, int code);

    [LoggerMessage(2002, LogLevel.Debug, "Connection {Connection} ended: sent {Sent}, received {Received}.")]
    public static partial void Ended(ILogger logger, long connection, int sent, int received);

    [LoggerMessage(2003, LogLevel.Debug, "Connection {Connection} lost ({Cause}).")]
    public static partial void Lost(ILogger logger, long connection, string cause);

    [LoggerMessage(2004, LogLevel.Error, "The sender of connection {Connection} failed.")]
    public static partial void SenderFailed(ILogger logger, long connection, Exception error);

    [LoggerMessage(2005, LogLevel.Error, "The receiver of connection {Connection} failed.")]
    public static partial void ReceiverFailed(ILogger logger, long connection, Exception error);

    [LoggerMessage(2006, LogLevel.Error, "An operation of connection {Connection} failed and is not answered.")]
    public static partial void OperationFailed(ILogger logger, long connection, Exception error);

    [LoggerMessage(2007, LogLevel.Debug, "An answer found connection {Connection} gone.")]
    public static partial void AnswerLost(ILogger logger, long connection);

    [LoggerMessage(2008, LogLevel.Error, "The attach of connection {Connection} failed.")]
    public static partial void AttachFailed(ILogger logger, long connection, Exception error);

    [LoggerMessage(2009, LogLevel.Information, "Draining {Connections} connections.")]
    public static partial void Draining(ILogger logger, int connections);

    [LoggerMessage(2010, LogLevel.Information, "Listening on {Url}.")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(2011, LogLevel.Warning, "Connection {Connection} does not keep up and is closed.")]
    public static partial void Slow(ILogger logger, long connection);

    [LoggerMessage(2012, LogLevel.Information, "Connection {Connection} sent a frame that breaks RFC 6455.")]
    public static partial void Violated(ILogger logger, long connection);
}
