using System.Text.Json.Serialization;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>A scenario in the list.</summary>
/// <param name="Id">Name for <c>--scenario</c>.</param>
/// <param name="Summary">What it does.</param>
internal sealed record ScenarioEntry(string Id, string Summary) : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Id, Summary];

    /// <summary>Every scenario, in the order of a run.</summary>
    public static IReadOnlyList<ScenarioEntry> All() =>
        [.. ScenarioCatalogue.List.Select(each => new ScenarioEntry(each.Id, each.Summary))];
}
