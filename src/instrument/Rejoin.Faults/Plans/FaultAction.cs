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
}
