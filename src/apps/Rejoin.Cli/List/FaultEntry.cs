using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rejoin.Faults.Plans;

namespace Rejoin.Cli;

/// <summary>A kind of fault in the list.</summary>
/// <param name="Kind">Name, as plans and histories have it.</param>
/// <param name="Summary">What it does.</param>
internal sealed record FaultEntry(string Kind, string Summary) : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Kind, Summary];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<FaultEntry> All() =>
    [
        .. Enum.GetValues<FaultKind>().Select(kind => new FaultEntry(
            JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), SummaryOf(kind))),
    ];

    private static string SummaryOf(FaultKind kind) => kind switch
    {
        FaultKind.Fin => "TCP FIN towards both ends, no close frame",
        FaultKind.Rst => "TCP RST towards both ends",
        FaultKind.HalfOpenClientLost => "TCP RST towards the client; the service's side stays open and silent",
        FaultKind.HalfOpenServiceLost => "TCP RST towards the service; the client's side stays open and silent",
        FaultKind.Stall => "nothing is relayed for a time, then everything goes on, in order; not a cut",
        FaultKind.BlackHole => "nothing is relayed any more; both sides stay open and silent",
        FaultKind.Close => "a close frame with a code towards both ends, then FIN",
        FaultKind.Delay => "every chunk of one direction is held for a time; not a cut",
        _ => throw new UnreachableException($"{kind} has no summary."),
    };
}
