using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>What is left of a session whose content is hidden up to some offset.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class EmptiedSession
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> offsets = new(StringComparer.Ordinal);
    private readonly HashSet<string> again = new(StringComparer.Ordinal);
    private long from;
    private long head;

    /// <summary>Hides what there is. What the client has not processed stays if it is sent again.</summary>
    public void Empty(long presented, long newest)
    {
        lock (gate)
        {
            (from, head) = (presented, newest);
        }
    }

    /// <summary>Takes note of a message that arrives.</summary>
    public void Hear(string id)
    {
        lock (gate)
        {
            _ = head > 0 && again.Add(id);
        }
    }

    /// <summary>Takes note of where values and workflows stand in the log.</summary>
    public void Note(IEnumerable<StoredEvent> events)
    {
        lock (gate)
        {
            foreach (var entry in events)
            {
                _ = entry.Data switch
                {
                    ValueSet set => offsets[Name(set.Scope, set.Key)] = entry.Offset,
                    WorkflowStarted started => offsets[Name(started.Workflow)] = entry.Offset,
                    _ => 0,
                };
            }
        }
    }

    public HistoryMessage[] Of(IEnumerable<HistoryMessage> history)
    {
        lock (gate)
        {
            return
            [
                .. history.Where(message =>
                    message.Offset > head || (message.Offset > from && again.Contains(message.Id))),
            ];
        }
    }

    public SessionContext Of(SessionContext context)
    {
        lock (gate)
        {
            return context with
            {
                Memory = context.Memory.Where(entry => Shows(Name(ValueScope.Memory, entry.Key))).ToDictionary(),
                Preferences = context.Preferences
                    .Where(entry => Shows(Name(ValueScope.Preference, entry.Key))).ToDictionary(),
                Workflows = [.. context.Workflows.Where(workflow => Shows(Name(workflow.Id)))],
            };
        }
    }

    public Effect[] Of(IEnumerable<Effect> effects)
    {
        lock (gate)
        {
            return [.. effects.Where(effect => Shows(Name(effect.Workflow)))];
        }
    }

    private static string Name(ValueScope scope, string key) => $"{scope}/{key}";

    private static string Name(string workflow) => $"workflow/{workflow}";

    private bool Shows(string name) => head == 0 || (offsets.TryGetValue(name, out var offset) && offset > from);
}
