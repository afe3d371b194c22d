using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>Appends of the log, looked at for what a client says.</summary>
internal static class SayAppend
{
    /// <summary>The message that an append records for a client; null if it records something else.</summary>
    public static UserMessage? Message(this AppendCommand command) =>
        command is { Operation: not null, Events: [UserMessage message] } ? message : null;
}
