using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The verdict of a resume names the offset before the presented one; the replay is right.</summary>
internal static class WrongCursor
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Attach = attach => new AlteredAttach(attach,
            static async (_, next, _) => Shift(await next().ConfigureAwait(false))),
    })
    {
        Id = "wrong-cursor",
        Check = "RJ116",
        Wrong = "says in the verdict that it goes on from the offset before the presented one",
        Defence = "the verdict that repeats the presented offset",
    };

    private static AttachOutcome Shift(AttachOutcome outcome) => outcome.Verdict is Resumed { From: > 0 } resumed
        ? outcome with { Verdict = resumed with { From = resumed.From - 1 } }
        : outcome;
}
