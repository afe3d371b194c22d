using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>One read after each resume lacks the oldest message: the first one before which the client has surely
/// seen it.</summary>
internal static class NonMonotonicRead
{
    public static PlantedBug Bug { get; } = new(static () => new TracedReads(Show).Seams())
    {
        Id = "non-monotonic-read",
        Check = "RJ203",
        Wrong = "leaves the oldest message, shown before, out of one read after each resume",
        Defence = "the reads that never go back behind what a session has seen",
    };

    private static IEnumerable<HistoryMessage> Show(SessionTrace trace, HistoryMessage[] history, bool isFirst)
    {
        var oldest = history.FirstOrDefault(message => message.Role == MessageRole.User);
        if (oldest is null || !trace.SurelyShown.Contains(oldest.Id) || trace.StruckIn == trace.Generation)
        {
            return history;
        }

        trace.StruckIn = trace.Generation;
        return history.Where(message => message.Id != oldest.Id);
    }
}
