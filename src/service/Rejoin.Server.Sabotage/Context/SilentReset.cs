using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>At the second resume of a session the content up to the presented position is gone, and the verdict says
/// resumed.</summary>
/// <remarks>As seen from outside: a new and empty session behind the old name, which goes on counting where the client
/// was. A read must have shown the content after the first resume, so that there is no doubt at which of the two it was
/// lost.</remarks>
internal static class SilentReset
{
    private const long SecondResume = 3;

    public static PlantedBug Bug { get; } = new(static () => new TracedReads(Show).Seams())
    {
        Id = "silent-reset",
        Check = "RJ208",
        Wrong = "says resumed at the second resume of a session and goes on with an empty one",
        Defence = "the reset that is said when continuity is lost",
    };

    private static IEnumerable<HistoryMessage> Show(SessionTrace trace, HistoryMessage[] history, bool isFirst)
    {
        if (isFirst && trace is { LostUpTo: 0, Generation: >= SecondResume, SurelyShown.Count: > 0 })
        {
            trace.LostUpTo = trace.From;
        }

        return history.Where(message => message.Offset > trace.LostUpTo);
    }
}
