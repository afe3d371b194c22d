namespace Rejoin.Checks;

/// <summary>When a connection was attempted, and when its client or the link saw it end.</summary>
internal sealed class ConnectionRecord(HistoryEvent invoke)
{
    public HistoryEvent Invoke { get; } = invoke;

    public int Number { get; } = invoke.Connection ?? 0;

    /// <summary>Client life that made it.</summary>
    public string Client { get; } = invoke.Client ?? "";

    /// <summary>First line that says that it ended; 0 = none does.</summary>
    public long FirstEnd { get; private set; }

    /// <summary>Whether the service need not know that it ended: the fault told only the client, or nobody.</summary>
    public bool IsServiceUntold { get; set; }

    public void End(long line) => FirstEnd = FirstEnd == 0 ? line : FirstEnd;
}
