using System.Text.Json.Serialization;
using Rejoin.Checks;

namespace Rejoin.Cli;

/// <summary>A check in the list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name in one or two words.</param>
/// <param name="Meaning">What a finding of it says.</param>
internal sealed record CheckEntry(string Id, string Name, string Meaning) : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Id, Name, Meaning];

    /// <summary>Every check, by id.</summary>
    public static IReadOnlyList<CheckEntry> All() =>
    [
        .. CheckCatalogue.All.OrderBy(check => check.Id, StringComparer.Ordinal)
            .Select(check => new CheckEntry(check.Id, check.Name, check.Meaning)),
    ];
}
