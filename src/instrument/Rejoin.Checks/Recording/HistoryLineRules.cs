namespace Rejoin.Checks;

/// <summary>The parts that a line of each type must have.</summary>
internal static class HistoryLineRules
{
    private const long MaximumOffset = (1L << 53) - 1;

    public static IEnumerable<string> Problems(HistoryEvent line)
    {
        foreach (var part in Missing(line))
        {
            yield return $"has no '{part}', which a line of the type '{Word(line.Type)}' needs";
        }

        if (line.Index < 1 || line.TimeNs < 0 || line.Connection < 1 || line.AdvancedMs < 0)
        {
            yield return "has a number below its range (index and connection from 1, timeNs and advancedMs from 0)";
        }

        if (Offsets(line).Any(offset => offset is < 0 or > MaximumOffset))
        {
            yield return $"has an offset out of its range (0 to {MaximumOffset})";
        }

        if (!Enum.IsDefined(line.Type) || (line.Operation is { } operation && !Enum.IsDefined(operation)))
        {
            yield return "has a type or operation that does not exist";
        }

        if (line.Injection is { Status: not ("fired" or "observed" or "not-fired" or "mislabelled") })
        {
            yield return $"has the injection status '{line.Injection.Status}'; allowed: fired, observed, "
                + "not-fired, mislabelled";
        }

        if (line.Closed is { By: not ("peer" or "self" or "lost") })
        {
            yield return $"is closed by '{line.Closed.By}'; allowed: peer, self, lost";
        }
    }

    private static IEnumerable<long?> Offsets(HistoryEvent line) =>
    [
        line.Received?.Offset, line.Input?.Offset, line.Result?.Offset, line.Result?.Attach?.PresentedOffset,
        line.Result?.Attach?.From, line.Result?.Attach?.Head, line.Result?.Attach?.SnapshotOffset,
        line.Result?.Attach?.ReplayedOffset,
    ];

    private static IEnumerable<string> Missing(HistoryEvent line) => line.Type switch
    {
        HistoryEventType.Trial => Absent(("trial", line.Trial)),
        HistoryEventType.Invoke => Absent(("call", line.Call), ("operation", line.Operation), ("session", line.Session),
            ("client", line.Client)).Concat(MissingInput(line)),
        HistoryEventType.Ok => Absent(("call", line.Call), ("operation", line.Operation), ("session", line.Session))
            .Concat(MissingResult(line)),
        HistoryEventType.Fail or HistoryEventType.Info => Absent(("call", line.Call), ("operation", line.Operation),
            ("session", line.Session), ("error", line.Error)),
        HistoryEventType.Received =>
            Absent(("received", line.Received), ("session", line.Session), ("client", line.Client)),
        HistoryEventType.Notice => Absent(("notice", line.Notice)),
        HistoryEventType.Closed => Absent(("closed", line.Closed), ("session", line.Session)),
        HistoryEventType.Injection => Absent(("injection", line.Injection)),
        HistoryEventType.Clock => Absent(("advancedMs", line.AdvancedMs)),
        HistoryEventType.Counters => Absent(("counters", line.Counters)),
        HistoryEventType.Audit => Absent(("audit", line.Audit), ("session", line.Session)),
        _ => [],
    };

    private static IEnumerable<string> MissingInput(HistoryEvent line) => line.Operation switch
    {
        Operation.Say => Absent(("input.id", line.Input?.Id), ("input.text", line.Input?.Text)),
        Operation.Set => Absent(("input.scope", line.Input?.Scope), ("input.key", line.Input?.Key),
            ("input.value", line.Input?.Value)),
        Operation.Start => Absent(("input.workflow", line.Input?.Workflow)),
        _ => [],
    };

    private static IEnumerable<string> MissingResult(HistoryEvent line) => line.Operation switch
    {
        Operation.Connect or Operation.Resume =>
            Absent(("result.attach", line.Result?.Attach), ("connection", line.Connection)),
        Operation.History => Absent(("result.history", line.Result?.History)),
        Operation.Context => Absent(("result.context", line.Result?.Context)),
        Operation.Effects => Absent(("result.effects", line.Result?.Effects)),
        _ => [],
    };

    private static IEnumerable<string> Absent(params (string Name, object? Value)[] parts) =>
        parts.Where(part => part.Value is null).Select(part => part.Name);

    private static string Word(HistoryEventType type) => EnumWords<HistoryEventType>.Of(type);
}
