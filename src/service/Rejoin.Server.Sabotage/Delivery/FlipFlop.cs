using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A message beyond the presented position that the client does not send again is shown once, then
/// hidden.</summary>
/// <remarks>That is a message whose ack never came, of a client that lost its memory.</remarks>
internal static class FlipFlop
{
    public static PlantedBug Bug { get; } = new(static () => new TracedReads(Show).Seams())
    {
        Id = "flip-flop",
        Check = "RJ107",
        Wrong = "shows an unacked message of a crashed client in one read and hides it in later ones",
        Defence = "the one decision whether an operation took effect",
    };

    private static IEnumerable<HistoryMessage> Show(SessionTrace trace, HistoryMessage[] history, bool isFirst)
    {
        if (isFirst)
        {
            trace.Doubtful.UnionWith(history
                .Where(message => message.Role == MessageRole.User
                    && message.Offset > trace.UnreadFrom && message.Offset <= trace.Head
                        && !trace.Said.Contains(message.Id))
                .Select(message => message.Id));
        }

        trace.Doubtful.ExceptWith(trace.Said);
        return history.Where(message => !trace.Doubtful.Contains(message.Id)
            || !trace.SurelyShown.Contains(message.Id));
    }
}
