namespace Rejoin.Bench;

/// <summary>The number that a goal is about.</summary>
internal enum GoalSubject
{
    /// <summary>The median of the per-round ratios of first to second side.</summary>
    Ratio,

    /// <summary>The median of the first side.</summary>
    First,
}
