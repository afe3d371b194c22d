namespace Rejoin.Cli;

/// <summary>What a call to heal did.</summary>
/// <param name="Healed">How many waiting faults were ended early.</param>
internal sealed record HealAnswer(int Healed);
