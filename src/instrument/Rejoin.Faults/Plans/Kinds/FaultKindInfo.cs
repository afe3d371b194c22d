namespace Rejoin.Faults.Plans;

/// <summary>What there is to know about a kind of fault.</summary>
public sealed record FaultKindInfo
{
    /// <summary>The kind.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>What it disturbs.</summary>
    public required FaultLayer Layer { get; init; }

    /// <summary>What the link does, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>How far it repeats. Default exact.</summary>
    public FaultDeterminism Determinism { get; init; }

    /// <summary>A fault of this kind as JSON of a plan.</summary>
    public required string Example { get; init; }

    /// <summary>True when it ends the connection for at least one end. Default false.</summary>
    public bool IsCut { get; init; }

    /// <summary>Name, as plans and histories have it.</summary>
    public string Name => PlanWords.Kinds.Of(Kind);

    internal FaultPlaces Places { get; init; } = FaultPlaces.Everywhere;

    /// <summary>The fields that it must have.</summary>
    internal IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The fields that it may have.</summary>
    internal IReadOnlyList<string> Takes { get; init; } = [];
}
