using System.Text.Json.Serialization;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>A conversation in the list.</summary>
/// <param name="Id">Name for <c>--conversation</c>.</param>
/// <param name="Summary">What is said in it.</param>
internal sealed record ConversationEntry(string Id, string Summary) : IListEntry
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [Id, Summary];

    /// <summary>Every conversation that is built in.</summary>
    public static IReadOnlyList<ConversationEntry> All() =>
        [.. ConversationCatalogue.All.Select(each => new ConversationEntry(each.Id, each.Summary))];
}
