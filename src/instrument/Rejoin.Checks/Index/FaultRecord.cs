namespace Rejoin.Checks;

/// <summary>A planned fault: the line at which it acted, and the line that says what became of it.</summary>
internal sealed class FaultRecord(HistoryEvent line)
{
    /// <summary>First line: the moment at which it acted, if it did.</summary>
    public HistoryEvent First { get; } = line;

    /// <summary>Last line: what became of it.</summary>
    public HistoryEvent Last { get; set; } = line;

    public InjectionEvidence Evidence => Last.Injection!;

    public bool HasActed => Evidence.Status != "not-fired";

    /// <summary>Connection that an injection line speaks of; 0 = it does not say.</summary>
    public static int ConnectionOf(HistoryEvent line) => line.Connection ?? line.Injection?.Connection ?? 0;
}
