using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>History and context as a running fold of a session's log.</summary>
/// <remarks>Not thread-safe: guarded by the session's lock. Source: protocol.md §6, "Events".</remarks>
internal sealed class SessionFold
{
    private readonly List<HistoryMessage> history = [];
    private readonly Dictionary<string, JsonElement> memory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> preferences = new(StringComparer.Ordinal);
    private readonly List<WorkflowFold> workflows = [];
    private readonly List<string> turns = [];

    /// <summary>Replies that are begun and not finished.</summary>
    public int OpenReplies => turns.Count - OpenWorkflows;

    /// <summary>Workflows that are started and not completed.</summary>
    public int OpenWorkflows { get; private set; }

    public int OpenTurns => turns.Count;

    public IReadOnlyList<WorkflowNote> Notes() => [.. workflows.Select(workflow => workflow.Note)];

    /// <summary>Goes on from a stored snapshot.</summary>
    public static SessionFold From(Snapshot snapshot, IReadOnlyList<WorkflowNote> notes)
    {
        var fold = new SessionFold();
        fold.history.AddRange(snapshot.History);
        foreach (var (key, value) in snapshot.Context.Memory)
        {
            fold.memory[key] = value;
        }

        foreach (var (key, value) in snapshot.Context.Preferences)
        {
            fold.preferences[key] = value;
        }

        fold.workflows.AddRange(
            snapshot.Context.Workflows.Select(
                state => new WorkflowFold(state, notes.FirstOrDefault(note => note.Id == state.Id))));
        fold.turns.AddRange(snapshot.Context.TurnsInFlight);
        fold.OpenWorkflows = fold.workflows.Count(workflow => !workflow.State.Completed);
        return fold;
    }

    public void Apply(StoredEvent stored)
    {
        switch (stored.Data)
        {
            case UserMessage message:
                Add(stored, message.Id, MessageRole.User, message.Text, null);
                turns.Add(message.Id);
                break;
            case AgentMessage message:
                Add(stored, message.Id, MessageRole.Agent, message.Text, message.Turn);
                turns.Remove(message.Turn);
                break;
            case ValueSet value:
                (value.Scope == ValueScope.Memory ? memory : preferences)[value.Key] = value.Value;
                break;
            case WorkflowStarted started:
                workflows.Add(new WorkflowFold(started));
                turns.Add(started.Workflow);
                OpenWorkflows++;
                break;
            case WorkflowCompleted completed:
                Find(completed.Workflow)?.Apply(completed);
                turns.Remove(completed.Workflow);
                OpenWorkflows--;
                break;
            case StepStarted step:
                Find(step.Workflow)?.Apply(step);
                break;
            case StepCompleted step:
                Find(step.Workflow)?.Apply(step);
                break;
            case ToolCalled call:
                Find(call.Workflow)?.Apply(call);
                break;
            case ToolReturned call:
                Find(call.Workflow)?.Apply(call);
                break;
            default:
                break;
        }
    }

    public bool HasKey(ValueScope scope, string key) =>
        (scope == ValueScope.Memory ? memory : preferences).ContainsKey(key);

    public int CountKeys(ValueScope scope) => (scope == ValueScope.Memory ? memory : preferences).Count;

    public WorkflowProgress? Progress(string workflow) => Find(workflow)?.Progress;

    public HistoryMessage[] History() => [.. history];

    /// <summary>Newest messages up to and with the one of an id.</summary>
    public IReadOnlyList<HistoryMessage> MessagesUpTo(string id, int count)
    {
        var last = history.FindLastIndex(message => message.Id == id);
        var first = Math.Max(0, last + 1 - count);
        return history.GetRange(first, last + 1 - first);
    }

    public SessionContext Context(string session, string principal, string epoch) => new()
    {
        Session = session,
        Principal = principal,
        Epoch = epoch,
        Memory = new Dictionary<string, JsonElement>(memory),
        Preferences = new Dictionary<string, JsonElement>(preferences),
        Workflows = [.. workflows.Select(workflow => workflow.State)],
        TurnsInFlight = [.. turns],
    };

    private WorkflowFold? Find(string id) => workflows.FindLast(workflow => workflow.Id == id);

    private void Add(StoredEvent stored, string id, MessageRole role, string text, string? turn) =>
        history.Add(new HistoryMessage
        {
            Offset = stored.Offset,
            Id = id,
            Role = role,
            Text = text,
            At = stored.At,
            Turn = turn,
        });
}
