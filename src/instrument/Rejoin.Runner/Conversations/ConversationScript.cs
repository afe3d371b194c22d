using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>A conversation as data: what each session's client does, step by step. How it is disturbed is another
/// matter.</summary>
/// <remarks>Source: docs/reference/conversations.md.</remarks>
public sealed record ConversationScript
{
    /// <summary>Version of the format; the one that this code reads.</summary>
    public const string CurrentSchema = "rejoin.conversation/1";

    /// <summary>Id: lower-case letters, digits and hyphens, 1 to 40.</summary>
    public required string Id { get; init; }

    /// <summary>What happens in it: one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Sessions, at least one; all run at the same time. The links of the first are cut.</summary>
    public required IReadOnlyList<ScriptSession> Sessions { get; init; }

    /// <summary>The file, as it was read: a plan keeps it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether any client is away for a time.</summary>
    internal bool HasAbsences => Sessions.Any(session => session.Steps.Any(step => step.Away is not null));

    /// <summary>Whether any client changes its place.</summary>
    internal bool HasPlaces => Sessions.Any(session => session.Steps.Any(step => step.Place is not null));

    /// <summary>Whether any session does something.</summary>
    internal bool Does(Operation operation) =>
        Sessions.Any(session => session.Steps.Any(step => step.Do == operation));
}
