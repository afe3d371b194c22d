namespace Rejoin.Server.Sabotage;

/// <summary>A message waits a moment for the next one, and that one is carried out first.</summary>
internal sealed class ReorderOperations
{
    private readonly PerSession<HeldOperation> held = new();

    public static PlantedBug Bug { get; } = new(static () => new ReorderOperations().Seams())
    {
        Id = "reorder-operations",
        Check = "RJ105",
        Wrong = "carries out two messages that are sent at once in the wrong order",
        Defence = "the operations of a connection in the order of their arrival",
    };

    private ServerSeams Seams() => new()
    {
        Operations = operations => new AlteredOperations(
            operations, (request, next) => held.Of(request.Connection.Session).Take(request, next)),
    };
}
