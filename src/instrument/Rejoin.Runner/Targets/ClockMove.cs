namespace Rejoin.Runner;

/// <summary>The request that moves an embedded service's clock.</summary>
internal sealed record ClockMove(long AdvanceMs);
