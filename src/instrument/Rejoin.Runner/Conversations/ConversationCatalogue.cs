using System.Reflection;

namespace Rejoin.Runner;

/// <summary>The conversations that the tool brings along.</summary>
public static class ConversationCatalogue
{
    private static readonly string[] Ids =
    [
        "history", "agent-state", "location", "repeated", "absence", "refresh", "large-message", "two-sessions",
    ];

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<ConversationScript> All { get; } = [.. Ids.Select(Read)];

    /// <summary>Conversation with an id; null if there is none.</summary>
    public static ConversationScript? Find(string id) => All.FirstOrDefault(script => script.Id == id);

    private static ConversationScript Read(string id)
    {
        var name = $"Conversations.{id}.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var result = ScriptReader.Read(reader.ReadToEnd(), name);
        return result.Script ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
