namespace Rejoin.Checks;

/// <summary>What a client knows that a session holds: each item with the line from which it is certain.</summary>
internal sealed class KnownContext
{
    private readonly Dictionary<(string Role, string Id), (long Since, string Text)> _messages = [];
    private readonly Dictionary<(string Scope, string Key), List<CallRecord>> _sets = [];
    private readonly Dictionary<long, CallRecord> _pending = [];
    private readonly Dictionary<(string Workflow, int Step), long> _steps = [];

    public void Receive(long index, ReceivedEvent received)
    {
        if (received is { Kind: "agent_message", Id: { } id, Text: { } text })
        {
            _messages.TryAdd(("agent", id), (index, text));
        }
        else if (received is { Kind: "step_completed", Workflow: { } workflow, Step: { } step })
        {
            _steps.TryAdd((workflow, step), index);
        }
    }

    public void Begin(HistoryEvent invoke)
    {
        if (invoke is { Operation: Operation.Set, Call: { } call, Input: { Scope: { } scope, Key: { } key } })
        {
            if (!_sets.TryGetValue((scope, key), out var sets))
            {
                _sets[(scope, key)] = sets = [];
            }

            sets.Add(_pending[call] = new CallRecord(invoke));
        }
    }

    public void End(HistoryEvent invoke, HistoryEvent end)
    {
        if (end.Type == HistoryEventType.Ok
            && invoke is { Operation: Operation.Say, Input: { Id: { } id, Text: { } text } })
        {
            _messages.TryAdd(("user", id), (end.Index, text));
        }
        else if (end.Call is { } call && _pending.Remove(call, out var set))
        {
            set.End = end;
        }
    }

    /// <summary>Share of what was known before a line that two reads show; null if nothing was, or if a read is missing
    /// that would show some of it.</summary>
    public double? Restored(long before, IReadOnlyList<MessageView>? history, ContextView? context)
    {
        var messages = _messages.Where(message => message.Value.Since < before).ToList();
        var values = _sets.Select(set => (set.Key, Allowed: Allowed(set.Value, before)))
            .Where(value => value.Allowed is not null).ToList();
        var steps = _steps.Where(step => step.Value < before).Select(step => step.Key).ToList();
        var count = messages.Count + values.Count + steps.Count;
        if (count == 0 || (messages.Count > 0 && history is null)
            || (values.Count + steps.Count > 0 && context is null))
        {
            return null;
        }

        var shown = (history ?? []).SelectMany(Names).ToHashSet();
        var restored = messages.Count(message => IsShown(shown, message.Key, message.Value.Text))
            + values.Count(value => value.Allowed!.Contains(Value(context!, value.Key)))
            + steps.Count(step => context!.Workflows.Any(
                workflow => workflow.Id == step.Workflow && workflow.CompletedSteps >= step.Step));
        return restored / (double)count;
    }

    /// <summary>A service may give the messages of users ids of its own; their texts are unique then.</summary>
    private static IEnumerable<(string Role, string? Id, string Text)> Names(MessageView message) =>
        message.Role == "user"
            ? [(message.Role, message.Id, message.Text), (message.Role, null, message.Text)]
            : [(message.Role, message.Id, message.Text)];

    private static bool IsShown(
        HashSet<(string Role, string? Id, string Text)> shown, (string Role, string Id) name, string text) =>
        shown.Contains((name.Role, name.Id, text)) || shown.Contains((name.Role, null, text));

    private static string? Value(ContextView context, (string Scope, string Key) of) =>
        (of.Scope == "preference" ? context.Preferences : context.Memory).GetValueOrDefault(of.Key);

    /// <summary>Values that a read after the line may show: that of the newest put that was acknowledged before it, and
    /// those of puts that need not lie before that one; null if none was acknowledged.</summary>
    private static HashSet<string?>? Allowed(List<CallRecord> sets, long before)
    {
        var newest = sets.Where(set => set.IsOk && set.End!.Index < before).MaxBy(set => set.Invoke.Index);
        return newest is null
            ? null
            : [.. sets.Where(set => !set.IsFail && (set.IsUnknown || !set.Precedes(newest)))
                .Select(set => set.Invoke.Input?.Value)];
    }
}
