namespace Rejoin.Checks;

/// <summary>Absences after which a session can still be resumed.</summary>
public sealed record ContractWindows
{
    /// <summary>Longest brief absence: nothing may be missing. Range [1 ms, 30 days]; null = not promised.</summary>
    public TimeSpan? Brief { get; init; }

    /// <summary>Longest absence at all; not shorter than <see cref="Brief"/>. Range [1 ms, 30 days];
    /// null = not longer than brief.</summary>
    public TimeSpan? Medium { get; init; }

    /// <summary>Factor by which the service's windows are shorter in a run that asks for short ones, in (0, 1);
    /// null = the service has no short windows.</summary>
    public double? QuickScale { get; init; }

    /// <summary>The longer of the two; null = no resume is promised.</summary>
    public TimeSpan? Resumable => Medium ?? Brief;
}
