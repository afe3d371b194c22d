namespace Rejoin.Reports;

/// <summary>One row of a timeline: one line of a history, or several that say the same.</summary>
internal sealed record TimelineRow
{
    /// <summary>First line, from 1.</summary>
    public required long First { get; init; }

    /// <summary>Last line; the same as the first if it is one.</summary>
    public required long Last { get; init; }

    /// <summary>Milliseconds since the start of the trial.</summary>
    public required double AtMs { get; init; }

    /// <summary>What is drawn.</summary>
    public required LaneMark Mark { get; init; }

    /// <summary>What is said.</summary>
    public required LineWords Words { get; init; }

    /// <summary>Whether the finding names this line.</summary>
    public bool IsEvidence { get; init; }

    /// <summary>Whether it must be seen to understand a loss of connection: attaches, cuts, ends.</summary>
    public bool IsTurningPoint { get; init; }

    /// <summary>Whether the session had no connection when this happened.</summary>
    public bool IsDown { get; init; }
}
