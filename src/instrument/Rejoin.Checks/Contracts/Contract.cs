namespace Rejoin.Checks;

/// <summary>What a service promises.</summary>
public sealed record Contract;
