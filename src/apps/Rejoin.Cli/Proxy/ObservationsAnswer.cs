namespace Rejoin.Cli;

/// <summary>Everything that a link has to tell.</summary>
/// <param name="Observations">Exchanges, connections, injections and errors.</param>
internal sealed record ObservationsAnswer(IReadOnlyList<Observation> Observations);
