namespace Rejoin.Server;

/// <summary>What a resume decision depends on.</summary>
public sealed record ResumeState
{
    /// <summary>Session id.</summary>
    public required string Session { get; init; }

    /// <summary>Current epoch of the log.</summary>
    public required string Epoch { get; init; }

    /// <summary>Offset of the newest event; 0 = none.</summary>
    public required long Head { get; init; }

    /// <summary>Offset of the newest event that is no longer kept; 0 = all are.</summary>
    public required long Trimmed { get; init; }

    /// <summary>Time since the last connection was lost; zero while one is attached.</summary>
    public required TimeSpan Absence { get; init; }
}
