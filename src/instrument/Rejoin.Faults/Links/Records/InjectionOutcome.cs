namespace Rejoin.Faults.Links;

/// <summary>Whether a fault happened, and as labelled.</summary>
public enum InjectionOutcome
{
    /// <summary>It happened as labelled.</summary>
    Fired,

    /// <summary>Its point was not reached; the reason says why.</summary>
    NotFired,

    /// <summary>It happened, but not as labelled; the reason says what differs.</summary>
    Mislabelled,
}
