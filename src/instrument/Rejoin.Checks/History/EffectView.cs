namespace Rejoin.Checks;

/// <summary>A tool effect, as a read shows it.</summary>
/// <param name="Id">Effect id.</param>
/// <param name="Workflow">Workflow that caused it.</param>
/// <param name="Step">Step that caused it, 1-based.</param>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Applied">Times it was applied; 1 is right.</param>
public sealed record EffectView(string Id, string Workflow, int Step, string Tool, long Applied);
