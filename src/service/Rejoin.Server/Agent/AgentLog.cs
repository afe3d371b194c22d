using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Log messages of the agent: ids 4000 to 4999.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(4000, LogLevel.Warning, "Attempt {Attempt} of turn {Turn} of session {Session} failed.")]
    public static partial void AttemptFailed(
        ILogger logger, string session, string turn, int attempt, Exception error);

    [LoggerMessage(4001, LogLevel.Debug, "Turn {Turn} of session {Session} is left to its next owner.")]
    public static partial void TurnLeft(ILogger logger, string session, string turn);

    [LoggerMessage(4002, LogLevel.Error, "Turn {Turn} of session {Session} is stuck until a restart.")]
    public static partial void TurnStuck(ILogger logger, string session, string turn, Exception error);
}
