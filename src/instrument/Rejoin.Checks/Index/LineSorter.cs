namespace Rejoin.Checks;

/// <summary>Hands each line of a trial to the session that it belongs to.</summary>
internal sealed class LineSorter(Dictionary<string, SessionCollector> collectors)
{
    private readonly Dictionary<long, (SessionCollector Collector, CallRecord Call)> _calls = [];
    private readonly Dictionary<(string? Session, int Connection, string Fault), FaultRecord> _faults = [];
    private long _clockNs;

    /// <summary>Lines that count what the service holds.</summary>
    public List<HistoryEvent> Counters { get; } = [];

    /// <summary>Sorts all lines.</summary>
    /// <returns>The planned faults of the trial.</returns>
    public IReadOnlyList<FaultRecord> Sort(IReadOnlyList<HistoryEvent> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Sort(lines[i]);
        }

        return [.. _faults.Values.OrderBy(fault => fault.First.Index)];
    }

    private void Sort(HistoryEvent line)
    {
        if (line.Type == HistoryEventType.Clock)
        {
            _clockNs += (line.AdvancedMs ?? 0) * 1_000_000;
        }
        else if (line is { Type: HistoryEventType.Counters, Counters: not null })
        {
            Counters.Add(line);
        }
        else if (line.Type == HistoryEventType.Injection && line.Injection is not null)
        {
            Inject(line);
        }
        else if (line.Type is HistoryEventType.Ok or HistoryEventType.Fail or HistoryEventType.Info)
        {
            if (line.Call is { } number && _calls.Remove(number, out var begun))
            {
                begun.Collector.End(begun.Call, line, _clockNs);
            }
        }
        else if (line.Session is { } session && collectors.TryGetValue(session, out var collector))
        {
            Sort(line, collector);
        }
    }

    private void Sort(HistoryEvent line, SessionCollector collector)
    {
        if (line.Type == HistoryEventType.Invoke && line is { Call: { } number, Operation: not null })
        {
            _calls[number] = (collector, collector.Begin(line, _clockNs));
        }
        else if (line is { Type: HistoryEventType.Received, Received: not null })
        {
            collector.Receive(line, _clockNs);
        }
        else if (line is { Type: HistoryEventType.Closed, Closed: not null })
        {
            collector.Close(line, _clockNs);
        }
        else if (line is { Type: HistoryEventType.Audit, Audit: not null })
        {
            collector.Session.Audits.Add(line);
        }
    }

    private void Inject(HistoryEvent line)
    {
        var key = (line.Session, FaultRecord.ConnectionOf(line), line.Injection!.Fault);
        if (_faults.TryGetValue(key, out var fault))
        {
            fault.Last = line;
        }
        else
        {
            _faults.Add(key, new FaultRecord(line));
        }

        if (line.Session is { } session)
        {
            collectors.GetValueOrDefault(session)?.Inject(line, _clockNs);
            return;
        }

        foreach (var collector in collectors.Values)
        {
            collector.Inject(line, _clockNs);
        }
    }
}
