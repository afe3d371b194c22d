namespace Rejoin.Runner;

/// <summary>The coverage of a sweep: which points there were, and what came of each.</summary>
public sealed record SweepDocument
{
    /// <summary>Conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Places of each frame that were cut at.</summary>
    public required SweepDepth Depth { get; init; }

    /// <summary>Whether each point was cut at on every connection.</summary>
    public bool Persistent { get; init; }

    /// <summary>Kinds of cuts, in order.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Frames of the undisturbed first connection, in order.</summary>
    public required IReadOnlyList<SweepFrame> Frames { get; init; }

    /// <summary>How the undisturbed runs differ; empty if they do not.</summary>
    public required IReadOnlyList<string> MapDifferences { get; init; }

    /// <summary>Histories that were kept: those of undisturbed trials and of trials that show something, or
    /// all.</summary>
    public required int Histories { get; init; }

    /// <summary>Points.</summary>
    public required int Points { get; init; }

    /// <summary>Points whose fault fired as labelled.</summary>
    public required int Fired { get; init; }

    /// <summary>The same by direction and kind.</summary>
    public required IReadOnlyList<SweepCoverage> Coverage { get; init; }

    /// <summary>Points whose fault did not fire, or not as labelled.</summary>
    public required IReadOnlyList<SweepMiss> NotFired { get; init; }

    /// <summary>Points that took more than one trial, because their fault had not come up: such a trial is made again
    /// only if it shows nothing else.</summary>
    public IReadOnlyList<SweepRetry> Retried { get; init; } = [];

    /// <summary>Every point with its trial and verdict.</summary>
    public required IReadOnlyList<SweepCell> Cells { get; init; }
}
