namespace Rejoin.Checks;

/// <summary>Why a contract does not let a check judge: one sentence per missing promise.</summary>
internal static class Promises
{
    /// <summary>The history must be readable.</summary>
    public static string? History(Contract contract) => Read(contract, ReadKind.History);

    /// <summary>Something must be readable.</summary>
    public static string? Read(Contract contract, ReadKind read) => contract.Promises(read)
        ? null
        : $"the contract promises no read of the {EnumWords<ReadKind>.Of(read)} (reads)";

    /// <summary>A session must be kept for some time.</summary>
    public static string? Window(Contract contract) => contract.Windows.Resumable is null
        ? "the contract promises no window for resumes (windows)"
        : null;

    /// <summary>A newer connection must hold the session alone.</summary>
    public static string? NewestWins(Contract contract) => contract.Takeover == Takeover.NewestWins
        ? null
        : "the contract does not promise that the newest connection holds the session (takeover)";

    /// <summary>An acknowledged operation must not be lost, and what it changed must be readable.</summary>
    public static string? NotLost(Contract contract, ReadKind read = ReadKind.History) =>
        contract.Delivery.ToService is Delivery.ExactlyOnce or Delivery.AtLeastOnce
            ? Read(contract, read)
            : "the contract does not promise that acknowledged operations are kept (delivery.toService)";

    /// <summary>An operation must not take effect twice, and the history must be readable.</summary>
    public static string? NotTwice(Contract contract) =>
        contract.Delivery.ToService is Delivery.ExactlyOnce or Delivery.AtMostOnce
            ? History(contract)
            : "the contract does not promise that operations take effect once (delivery.toService)";

    /// <summary>No event may be missing.</summary>
    public static string? NoGap(Contract contract) =>
        contract.Delivery.ToClient is Delivery.ExactlyOnce or Delivery.AtLeastOnce
            ? null
            : "the contract does not promise that events are delivered (delivery.toClient)";

    /// <summary>No event may come twice.</summary>
    public static string? NoRepeat(Contract contract) =>
        contract.Delivery.ToClient is Delivery.ExactlyOnce or Delivery.AtMostOnce
            ? null
            : "the contract does not promise that events are delivered once (delivery.toClient)";

    /// <summary>Some order must be kept.</summary>
    public static string? Order(Contract contract) => contract.Order != OrderScope.None
        ? null
        : "the contract promises no order (order)";

    /// <summary>A resumed connection must bring something new within some frames.</summary>
    public static string? Progress(Contract contract) => contract.Progress.Frames is null
        ? "the contract does not promise within how many frames a resumed connection brings something new (progress)"
        : null;

    /// <summary>What the service says about continuity must be true.</summary>
    public static string? Honest(Contract contract) => contract.Recovered == RecoveredSignal.Honest
        ? null
        : "the contract does not promise that resumed and reset can be relied on (recovered)";
}
