using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>What tests ask of a history.</summary>
internal static class HistoryExtensions
{
    /// <summary>Ids of the user's messages, in order.</summary>
    public static string[] Said(this IEnumerable<HistoryMessage> history) =>
        [.. history.Where(message => message.Role == MessageRole.User).Select(message => message.Id)];

    /// <summary>Ids of the agent's messages, in order.</summary>
    public static string[] Replied(this IEnumerable<HistoryMessage> history) =>
        [.. history.Where(message => message.Role == MessageRole.Agent).Select(message => message.Id)];
}
