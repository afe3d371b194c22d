namespace Rejoin.Faults.Plans;

/// <summary>How far a kind of fault repeats.</summary>
public enum FaultDeterminism
{
    /// <summary>Place, prefix and deed are exact.</summary>
    Exact,

    /// <summary>Place and deed are exact; its length in time is as exact as timers are.</summary>
    Timed,

    /// <summary>What the peers see differs from time to time.</summary>
    Varies,
}
