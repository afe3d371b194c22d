using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What the faults of a repeated trial did, from its own history.</summary>
internal static class RepeatedFaults
{
    /// <summary>One sentence for each fault that fired or did not; null if no trial was repeated.</summary>
    public static IReadOnlyList<string>? Of(RunDocument run, RunFolder folder)
    {
        if (run.Trial is not { } trial)
        {
            return null;
        }

        return
        [
            .. from scenario in run.Scenarios
               let file = folder.PathOf(RunFolder.HistoryName(scenario.Id, trial))
               where File.Exists(file)
               from line in HistoryReader.ReadFile(file).History?.Events ?? []
               where line.Injection?.Status is "fired" or "not-fired"
               select Text(line.Session, line.Injection!, run.Scenarios.Count > 1 ? $"{scenario.Id}, " : ""),
        ];
    }

    private static string Text(string? session, InjectionEvidence fault, string where) =>
        $"{(fault.Status == "fired" ? "fired" : "did not fire")}: {where}session {session}: {Kind(fault)} at {fault.At}"
        + (fault is { Status: "not-fired", Reason: { } reason } ? $" ({reason})" : "");

    private static string Kind(InjectionEvidence fault) =>
        fault.CloseCode is { } code ? $"{fault.Kind}-{code}" : fault.Kind;
}
