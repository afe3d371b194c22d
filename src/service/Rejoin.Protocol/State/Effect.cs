namespace Rejoin.Protocol;

/// <summary>What a tool call did to the world, as the effect table counts it.</summary>
public sealed record Effect
{
    /// <summary>Effect id.</summary>
    public required string Id { get; init; }

    /// <summary>Workflow that caused it.</summary>
    public required string Workflow { get; init; }

    /// <summary>Step that caused it, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Times it was applied; 1 is right.</summary>
    public required long Applied { get; init; }
}
