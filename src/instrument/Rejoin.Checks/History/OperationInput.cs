namespace Rejoin.Checks;

/// <summary>Arguments of an operation; which are present depends on the operation.</summary>
public sealed record OperationInput
{
    /// <summary>Operation id (say, set, start).</summary>
    public string? Id { get; init; }

    /// <summary>Text (say).</summary>
    public string? Text { get; init; }

    /// <summary>"memory" or "preference" (set).</summary>
    public string? Scope { get; init; }

    /// <summary>Key (set).</summary>
    public string? Key { get; init; }

    /// <summary>Value as canonical JSON text (set); unique per key in a trial.</summary>
    public string? Value { get; init; }

    /// <summary>Workflow name (start).</summary>
    public string? Workflow { get; init; }

    /// <summary>Epoch of the position that the client presents (resume).</summary>
    public string? Epoch { get; init; }

    /// <summary>Offset of the position that the client presents (resume); 0 = nothing yet.</summary>
    public long? Offset { get; init; }

    /// <summary>Place that the client connects from, by a label of the trial: another label is another address, user
    /// agent and location (connect, resume). Absent if the trial has one place.</summary>
    public string? Place { get; init; }
}
