using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of the admin channel: ids 6000 to 6999.</summary>
internal static partial class AdminLog
{
    [LoggerMessage(6000, LogLevel.Information, "Admin channel on {Url}.")]
    public static partial void Listening(ILogger logger, string url);
}
