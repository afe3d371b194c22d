using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>A planted bug in the list.</summary>
/// <param name="Id">Name for <c>--sabotage</c>.</param>
/// <param name="Check">Check that must find it.</param>
/// <param name="Scenario">Scenario in which it must be found.</param>
/// <param name="Exit">Exit code of that run.</param>
/// <param name="Summary">What the service does wrong.</param>
internal sealed record SabotageEntry(string Id, string Check, string Scenario, int Exit, string Summary) : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Id, Check, Scenario, Summary];

    /// <summary>Every planted bug.</summary>
    public static IReadOnlyList<SabotageEntry> All() => SabotageSource.Entries();
}
