namespace Rejoin.Server.Sabotage;

/// <summary>The store is not told where a connection comes from, so no attach is one from another place.</summary>
internal static class HideMove
{
    private static readonly ClientPlace Nowhere = new();

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Store = static store => new AlteredStore(store) { Place = static _ => Nowhere },
    })
    {
        Id = "hide-move",
        Check = "RJ608",
        Scenario = "location",
        Wrong = "does not note in the audit that a session came back from another place",
        Defence = "the place of each attach, recorded with its generation",
    };
}
