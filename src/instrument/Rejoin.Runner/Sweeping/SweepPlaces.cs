namespace Rejoin.Runner;

/// <summary>The places of a frame that a kind of cut goes with.</summary>
public enum SweepPlaces
{
    /// <summary>All that the depth names.</summary>
    Everywhere,

    /// <summary>Between frames only: a close frame cannot stand inside another one.</summary>
    Boundaries,

    /// <summary>The middle of each frame, whatever the depth.</summary>
    Middles,
}
