using System.Globalization;
using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>What a trial did, without the times: faults, then each session's operations in order.</summary>
/// <remarks>Ends of operations are left out: whether an ack was still read before a reset is the network's
/// matter.</remarks>
internal static class TracePath
{
    /// <summary>Path of a trial.</summary>
    /// <param name="history">Its history.</param>
    /// <param name="repeats">Whether a fault hit every connection: how many there were is a matter of how much fitted
    /// through each, so a fault counts once, and neither coming back nor a read that is made anew does.</param>
    public static IReadOnlyList<string> Of(TrialHistory history, bool repeats)
    {
        var faults = history.Events.Where(line => line.Injection is { Status: "fired" });
        return
        [
            .. (repeats ? faults.DistinctBy(line => line.Injection!.Fault) : faults).Select(Fault),
            .. from session in history.Header.Sessions
               from step in repeats ? Once(Steps(history, session.Session)) : Steps(history, session.Session)
               select step,
        ];
    }

    /// <summary>Whether a fault of a plan hits every connection.</summary>
    public static bool Repeats(FaultPlan plan) => plan.Faults.Any(fault => fault.Repeat == FaultRepeat.Always);

    public static IReadOnlyList<string> FindingsOf(TrialResult result) =>
    [
        .. result.Judgement.Judgements.Where(each => each.Findings.Count > 0).Select(each => each.Check)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Once(IEnumerable<string> steps)
    {
        string? before = null;
        foreach (var step in steps.Where(step => !IsComingBack(step)))
        {
            if (step != before)
            {
                yield return step;
            }

            before = step;
        }
    }

    private static bool IsComingBack(string step) =>
        step.Split(' ')[1] is "connect" or "drop" or "resume";

    private static string Fault(HistoryEvent line)
    {
        var fault = line.Injection!;
        var code = fault.CloseCode is { } close
            ? string.Create(CultureInfo.InvariantCulture, $" {close}")
            : string.Empty;
        return $"{fault.Kind}{code} at {fault.At}";
    }

    private static IEnumerable<string> Steps(TrialHistory history, string session) =>
        history.Events.Where(line => line.Type == HistoryEventType.Invoke && line.Session == session)
            .Select(line => $"{session} {EnumWords<Operation>.Of(line.Operation!.Value)}"
                + (line.Input?.Id is { } id ? $" {id}" : string.Empty));
}
