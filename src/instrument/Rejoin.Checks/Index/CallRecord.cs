namespace Rejoin.Checks;

/// <summary>An operation: its invoke, and its end if the history has one.</summary>
internal sealed class CallRecord(HistoryEvent invoke)
{
    public HistoryEvent Invoke { get; } = invoke;

    public HistoryEvent? End { get; set; }

    public Operation Operation { get; } = invoke.Operation.GetValueOrDefault();

    public bool IsOk => End?.Type == HistoryEventType.Ok;

    public bool IsFail => End?.Type == HistoryEventType.Fail;

    /// <summary>Ended info, or never.</summary>
    public bool IsUnknown => End is null || End.Type == HistoryEventType.Info;

    public bool IsAttach => Operation is Operation.Connect or Operation.Resume;

    /// <summary>Connection of the answer, else of the invoke; 0 = none.</summary>
    public int Connection => End?.Connection ?? Invoke.Connection ?? 0;

    /// <summary>Whether this one had ended before the other began: real-time order.</summary>
    public bool Precedes(CallRecord other) => End is not null && End.Index < other.Invoke.Index;
}
