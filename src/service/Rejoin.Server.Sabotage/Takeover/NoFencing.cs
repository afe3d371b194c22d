namespace Rejoin.Server.Sabotage;

/// <summary>A superseded connection stays open, and what it says is carried out and acked.</summary>
internal static class NoFencing
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Takeover = static takeover => new AlteredTakeover(takeover, static (_, _) => { }),
        Store = static store => new AlteredStore(
            store,
            static (command, next) => next(command.Fence is ClientFence ? command with { Fence = null } : command)),
    })
    {
        Id = "no-fencing",
        Check = "RJ301",
        Scenario = "location",
        Wrong = "acks operations of a connection whose session a newer one has taken over",
        Defence = "the comparison of generations in the store, and the close of the older connection",
    };
}
