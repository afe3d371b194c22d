namespace Rejoin.Runner;

/// <summary>One session of a conversation.</summary>
/// <param name="Session">Label.</param>
/// <param name="Principal">Label of its principal.</param>
/// <param name="Steps">What its client does, in order; the first is connect.</param>
public sealed record ScriptSession(string Session, string Principal, IReadOnlyList<ScriptStep> Steps);
