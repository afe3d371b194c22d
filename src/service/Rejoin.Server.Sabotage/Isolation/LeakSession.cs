namespace Rejoin.Server.Sabotage;

/// <summary>Reads after a resume show a message of another session of the same principal.</summary>
internal static class LeakSession
{
    public static PlantedBug Bug { get; } = new(static () =>
        new LeakingReads(static (said, reader) => said.OfAnotherSession(reader)).Seams())
    {
        Id = "leak-session",
        Check = "RJ401",
        Wrong = "shows a message of another session of the same principal in reads after a resume",
        Defence = "the session id in every query of the log",
    };
}
