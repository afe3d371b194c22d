using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>One step of a session: an operation, or time that passes.</summary>
public sealed record ScriptStep
{
    /// <summary>Operation; null for an absence.</summary>
    public Operation? Do { get; init; }

    /// <summary>Time that passes while the client is away; null for an operation.</summary>
    public TimeSpan? Away { get; init; }

    /// <summary>Text of a message (say).</summary>
    public string? Text { get; init; }

    /// <summary>Characters to which the text or value is filled up (say, set); 0 = as it is.</summary>
    public int Length { get; init; }

    /// <summary>"memory" or "preference" (set).</summary>
    public string? Scope { get; init; }

    /// <summary>Key (set).</summary>
    public string? Key { get; init; }

    /// <summary>Workflow (start).</summary>
    public string? Workflow { get; init; }

    /// <summary>What the step is complete with (say, start).</summary>
    public ScriptWait Wait { get; init; }

    /// <summary>Place that connections come from, from this step on: "home" or "away"; null = as before. Before the
    /// first one the machine's own.</summary>
    public string? Place { get; init; }

    /// <summary>Line in the file, 1-based.</summary>
    public required int Line { get; init; }
}
