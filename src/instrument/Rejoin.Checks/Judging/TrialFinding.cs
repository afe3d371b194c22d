namespace Rejoin.Checks;

/// <summary>A finding and the trial that it comes from.</summary>
public sealed record TrialFinding
{
    /// <summary>What the trial is.</summary>
    public required TrialHeader Trial { get; init; }

    /// <summary>The finding.</summary>
    public required Finding Finding { get; init; }
}
