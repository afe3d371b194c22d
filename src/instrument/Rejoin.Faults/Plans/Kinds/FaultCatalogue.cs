namespace Rejoin.Faults.Plans;

/// <summary>Every kind of fault, by layer. Source: docs/reference/faults.md.</summary>
public static class FaultCatalogue
{
    private static readonly Dictionary<FaultKind, FaultKindInfo> ByKind = new FaultKindInfo[][]
    {
        TcpKinds.All, ShapingKinds.All, UpgradeKinds.All, CloseKinds.All, FrameKinds.All, BeyondKinds.All,
    }.SelectMany(kinds => kinds).ToDictionary(info => info.Kind);

    /// <summary>The kinds in the order in which a reader wants them: by layer, the plain ones first.</summary>
    public static IReadOnlyList<FaultKindInfo> All { get; } = [.. ByKind.Values];

    /// <summary>What there is to know about a kind; null for a number that is none.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its entry.</returns>
    public static FaultKindInfo? Find(FaultKind kind) => ByKind.GetValueOrDefault(kind);
}
