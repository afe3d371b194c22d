namespace Rejoin.Checks;

/// <summary>Result of an operation; which parts are present depends on the operation.</summary>
public sealed record OperationResult
{
    /// <summary>Offset of the event that records the operation (say, set, start).</summary>
    public long? Offset { get; init; }

    /// <summary>Whether the service says that it had applied the operation before (say, set, start).</summary>
    public bool? Duplicate { get; init; }

    /// <summary>Verdict of the service (connect, resume).</summary>
    public AttachResult? Attach { get; init; }

    /// <summary>Messages in order (history).</summary>
    public IReadOnlyList<MessageView>? History { get; init; }

    /// <summary>Context (context).</summary>
    public ContextView? Context { get; init; }

    /// <summary>Effects (effects).</summary>
    public IReadOnlyList<EffectView>? Effects { get; init; }
}
