using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>What a trial did, without the times: faults, then each session's operations in order.</summary>
/// <remarks>Ends of operations are left out: whether an ack was still read before a reset is the network's
/// matter.</remarks>
internal static class TracePath
{
    public static IReadOnlyList<string> Of(TrialHistory history) =>
    [
        .. history.Events.Where(line => line.Injection is { Status: "fired" }).Select(Fault),
        .. from session in history.Header.Sessions
           from step in Steps(history, session.Session)
           select step,
    ];

    public static IReadOnlyList<string> FindingsOf(TrialResult result) =>
    [
        .. result.Judgement.Judgements.Where(each => each.Findings.Count > 0).Select(each => each.Check)
            .Order(StringComparer.Ordinal),
    ];

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
