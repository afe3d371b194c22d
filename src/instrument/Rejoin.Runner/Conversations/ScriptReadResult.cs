using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>A conversation, or everything that is wrong with its file.</summary>
public sealed record ScriptReadResult
{
    /// <summary>The conversation; null if there is an error.</summary>
    public ConversationScript? Script { get; init; }

    /// <summary>Errors in the order of lines; empty if the conversation was read.</summary>
    public IReadOnlyList<YamlError> Errors { get; init; } = [];
}
