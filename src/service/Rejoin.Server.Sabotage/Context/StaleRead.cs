using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The first read after a resume lacks the newest message of before that no read has shown.</summary>
internal static class StaleRead
{
    public static PlantedBug Bug { get; } = new(static () => new TracedReads(Show).Seams())
    {
        Id = "stale-read",
        Check = "RJ202",
        Wrong = "leaves the newest acked message out of the first read after a resume",
        Defence = "the read from the log as it is when the read arrives",
    };

    private static IEnumerable<HistoryMessage> Show(SessionTrace trace, HistoryMessage[] history, bool isFirst)
    {
        // What the client sends again had no ack, so that it may be missing without fault.
        var newest = isFirst
            ? history.LastOrDefault(message => message.Role == MessageRole.User && message.Offset <= trace.From
                && !trace.Said.Contains(message.Id) && !trace.PossiblyShown.Contains(message.Id))
            : null;
        return history.Where(message => message.Id != newest?.Id);
    }
}
