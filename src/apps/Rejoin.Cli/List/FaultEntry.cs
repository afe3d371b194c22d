using System.Text.Json;
using System.Text.Json.Serialization;
using Rejoin.Faults.Plans;

namespace Rejoin.Cli;

/// <summary>A kind of fault in the list.</summary>
/// <param name="Kind">Name, as plans and histories have it.</param>
/// <param name="Layer">What it disturbs: tcp, upgrade, websocket, or beyond the network.</param>
/// <param name="Determinism">How far it repeats: exact, timed, varies.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Example">A fault of a plan.</param>
internal sealed record FaultEntry(string Kind, string Layer, string Determinism, string Summary, string Example)
    : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Kind, Layer, Determinism, Summary];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<FaultEntry> All() =>
    [
        .. FaultCatalogue.All.Select(info => new FaultEntry(
            info.Name, Word(info.Layer.ToString()), Word(info.Determinism.ToString()), info.Summary, info.Example)),
    ];

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name).ToLowerInvariant();
}
