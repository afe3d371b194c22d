using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The first read after a resume lacks the oldest message, if an earlier read has shown it.</summary>
internal static class NonMonotonicRead
{
    public static PlantedBug Bug { get; } = new(static () => new TracedReads(Show).Seams())
    {
        Id = "non-monotonic-read",
        Check = "RJ203",
        Wrong = "leaves the oldest message, shown before, out of the first read after a resume",
        Defence = "the reads that never go back behind what a session has seen",
    };

    private static IEnumerable<HistoryMessage> Show(SessionTrace trace, HistoryMessage[] history, bool isFirst)
    {
        var oldest = isFirst ? history.FirstOrDefault(message => message.Role == MessageRole.User) : null;
        return oldest is not null && trace.SurelyShown.Contains(oldest.Id)
            ? history.Where(message => message.Id != oldest.Id)
            : history;
    }
}
