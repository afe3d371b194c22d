namespace Rejoin.Server.Sabotage;

/// <summary>Reads after a resume show a message of another principal.</summary>
internal static class LeakPrincipal
{
    public static PlantedBug Bug { get; } = new(static () =>
        new LeakingReads(static (said, reader) => said.OfAnotherPrincipal(reader)).Seams())
    {
        Id = "leak-principal",
        Check = "RJ402",
        Wrong = "shows a message of another principal in reads after a resume",
        Defence = "the comparison of the owner with the caller",
    };
}
