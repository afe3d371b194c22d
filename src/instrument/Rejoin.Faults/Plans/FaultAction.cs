namespace Rejoin.Faults.Plans;

/// <summary>What a fault does when its point is reached.</summary>
public sealed record FaultAction
{
    /// <summary>The kind of disturbance.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Close code of kind <c>close</c>, which needs it: 1000 to 1003, 1007 to 1014, 3000 to 4999. Null for others.
    /// 1005, 1006 and 1015 cannot be sent. Source: RFC 6455 §7.4.
    /// </summary>
    public int? CloseCode { get; init; }

    /// <summary>
    /// Time of kinds <c>stall</c> and <c>delay</c>, which need it, in ms, 1 to 3 600 000. Null for others.
    /// </summary>
    public int? DelayMs { get; init; }

    /// <summary>When kinds <c>black-hole</c> and <c>half-open-…</c> end. Default null: never. Null for
    /// others.</summary>
    public HealRule? Heal { get; init; }

    /// <summary>
    /// True when the fault ends the connection for at least one end: every kind but <c>stall</c>, <c>delay</c> and a
    /// <c>black-hole</c> that heals.
    /// </summary>
    public bool EndsConnection => Kind switch
    {
        FaultKind.Stall or FaultKind.Delay => false,
        FaultKind.BlackHole => Heal is null,
        _ => true,
    };
}
