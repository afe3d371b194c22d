using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of authentication: ids 5000 to 5999.</summary>
internal static partial class AuthLog
{
    [LoggerMessage(5000, LogLevel.Information, "An access token was refused: {Cause}.")]
    public static partial void TokenRefused(ILogger logger, string cause);

    [LoggerMessage(5001, LogLevel.Information, "An origin was refused.")]
    public static partial void OriginRefused(ILogger logger);

    [LoggerMessage(5002, LogLevel.Warning, "The development issuer gives access tokens to anyone on loopback.")]
    public static partial void DevIssuer(ILogger logger);
}
