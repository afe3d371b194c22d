namespace Rejoin.Checks;

/// <summary>The verdict of the service on a connect or resume.</summary>
public sealed record AttachResult
{
    /// <summary>What became of the session.</summary>
    public required AttachOutcome Outcome { get; init; }

    /// <summary>Session id as the service names it.</summary>
    public string? ServiceSession { get; init; }

    /// <summary>Principal as the service names it; absent if it does not say.</summary>
    public string? Principal { get; init; }

    /// <summary>Epoch after the attach; absent if the service has none.</summary>
    public string? Epoch { get; init; }

    /// <summary>Epoch of the position that this attempt presented; absent if it presented none.</summary>
    public string? PresentedEpoch { get; init; }

    /// <summary>Offset of the position that this attempt presented, exact where the one on the invoke line may have
    /// moved on before the attempt froze it; absent if it presented none.</summary>
    public long? PresentedOffset { get; init; }

    /// <summary>Offset that the service says it goes on from (resumed).</summary>
    public long? From { get; init; }

    /// <summary>Newest offset at the moment of attaching.</summary>
    public long? Head { get; init; }

    /// <summary>Generation of the attach.</summary>
    public long? Generation { get; init; }

    /// <summary>"replay" or "snapshot" (resumed).</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the service says that something was left out.</summary>
    public bool? Degraded { get; init; }

    /// <summary>Reason of a reset.</summary>
    public string? Reason { get; init; }

    /// <summary>Offset up to which a snapshot stands for delivery; absent if none came.</summary>
    public long? SnapshotOffset { get; init; }

    /// <summary>Messages of the snapshot in order; absent if none came.</summary>
    public IReadOnlyList<MessageView>? SnapshotHistory { get; init; }

    /// <summary>Offset of the end-of-replay mark: the client is up to date up to here.</summary>
    public long? ReplayedOffset { get; init; }

    /// <summary>Nanoseconds from the start of this attempt to the end of the replay, everything in it handed
    /// over.</summary>
    public long? ElapsedNs { get; init; }
}
