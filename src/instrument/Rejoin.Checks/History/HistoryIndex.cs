namespace Rejoin.Checks;

/// <summary>A history with the tables that several checks need, each made once in one pass.</summary>
/// <remarks>Immutable once made; safe to judge from several threads. Making it costs time in proportion to the lines
/// and messages of the history.</remarks>
public sealed class HistoryIndex
{
    /// <summary>The tables of a history, as a contract lets it be read.</summary>
    /// <param name="history">A history that keeps the rules of docs/reference/history.md.</param>
    /// <param name="contract">Only whether <c>resumed</c> can be relied on is taken from it.</param>
    public HistoryIndex(TrialHistory history, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(contract);
        History = history;
        EndNs = history.Events.Count == 0 ? 0 : history.Events[^1].TimeNs;
        var collectors = history.Header.Sessions
            .ToDictionary(header => header.Session, header => new SessionCollector(header));
        var sorter = new LineSorter(collectors);
        Faults = sorter.Sort(history.Events);
        Counters = sorter.Counters;
        foreach (var collector in collectors.Values)
        {
            Build(collector, contract);
        }

        Sessions = [.. collectors.Values.Select(collector => collector.Session)];
    }

    /// <summary>The history.</summary>
    public TrialHistory History { get; }

    /// <summary>Time of the last line, in nanoseconds.</summary>
    internal long EndNs { get; }

    internal IReadOnlyList<SessionIndex> Sessions { get; }

    internal IReadOnlyList<FaultRecord> Faults { get; }

    internal IReadOnlyList<HistoryEvent> Counters { get; }

    private static void Build(SessionCollector collector, Contract contract)
    {
        collector.FinishAttaches();
        new MessageTables(collector.Session).Build();
        var isHonest = contract.Recovered == RecoveredSignal.Honest && contract.Promises(ReadKind.History);
        var continuity = new ContinuityTables(collector.Session, isHonest);
        continuity.Build();
        new SegmentTables(collector.Session, continuity).Build();
        new CursorTables(collector).Build();
        new StateTables(collector.Session, contract.Delivery.ToService == Delivery.ExactlyOnce).Build();
    }
}
