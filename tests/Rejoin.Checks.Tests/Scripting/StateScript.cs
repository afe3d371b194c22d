using System.Globalization;

namespace Rejoin.Checks.Tests;

/// <summary>Memory, preferences and workflows of a scripted session: folds of its log.</summary>
public sealed class StateScript(SessionScript session)
{
    private const string At = "2026-01-02T03:04:05.000Z";
    private const string Name = "five-steps";
    private static readonly string[] Steps = ["collect", "analyse", "draft", "review", "deliver"];
    private int _values;
    private int _workflows;

    /// <summary>Times that effects were applied beside the one of their log.</summary>
    public Dictionary<string, int> Applied { get; } = [];

    /// <summary>Effects that were forgotten.</summary>
    public HashSet<string> Lost { get; } = [];

    /// <summary>A value that is put and acknowledged.</summary>
    public string Set(string key, string scope = "memory")
    {
        var (call, value) = BeginSet(key, scope);
        Put(key, value, scope);
        Ack(call, Operation.Set);
        return value;
    }

    public (long Call, string Value) BeginSet(string key, string scope = "memory")
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"\"value {++_values} {session.Header.Canary}\"");
        var input = new OperationInput { Id = $"v{_values}", Scope = scope, Key = key, Value = value };
        return (session.Invoke(Operation.Set, input), value);
    }

    public void Put(string key, string value, string scope = "memory") => session.Append(
        new LogEntry(session.Head + 1, "value_set", "v", "", At) { Scope = scope, Key = key, Value = value });

    public void Ack(long call, Operation operation) =>
        session.Ok(call, operation, new OperationResult { Offset = session.Head, Duplicate = false });

    /// <summary>A workflow that is accepted; its steps are still to come.</summary>
    public string Start()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{session.Header.Session}-w{++_workflows}");
        var call = session.Invoke(Operation.Start, new OperationInput { Id = id, Workflow = Name });
        Append("workflow_started", id, 0);
        Ack(call, Operation.Start);
        return id;
    }

    /// <summary>One step, or the part of it from one of its four events to another.</summary>
    public void Step(string workflow, int step, int from = 0, int to = 4)
    {
        string[] kinds = ["step_started", "tool_called", "tool_returned", "step_completed"];
        foreach (var kind in kinds[from..to])
        {
            Append(kind, workflow, step);
        }
    }

    public void StepsTo(string workflow, int first, int last)
    {
        for (var step = first; step <= last; step++)
        {
            Step(workflow, step);
        }
    }

    /// <summary>One of the events that follow the start: four for each step, and the end.</summary>
    public void Event(string workflow, int number)
    {
        if (number == 4 * Steps.Length)
        {
            Complete(workflow);
            return;
        }

        Step(workflow, (number / 4) + 1, number % 4, (number % 4) + 1);
    }

    public void Complete(string workflow) => Append("workflow_completed", workflow, 0);

    public void Append(string kind, string workflow, int step) => session.Append(
        new LogEntry(session.Head + 1, kind, "", "", At)
        {
            Workflow = workflow,
            Name = kind == "workflow_started" ? Name : null,
            Steps = kind == "workflow_started" ? Steps : null,
            Step = step == 0 ? null : step,
            Effect = kind.StartsWith("tool_", StringComparison.Ordinal) ? Effect(workflow, step) : null,
        });

    public void ReadEffects(Func<List<EffectView>, List<EffectView>>? seen = null)
    {
        var call = session.Invoke(Operation.Effects, null);
        var effects = Effects();
        session.Ok(call, Operation.Effects, new OperationResult { Effects = seen is null ? effects : seen(effects) });
    }

    public List<EffectView> Effects() =>
        [.. session.Log.Where(entry => entry.Kind == "tool_returned" && !Lost.Contains(entry.Effect!))
            .DistinctBy(entry => entry.Effect)
            .Select(entry => new EffectView(entry.Effect!, entry.Workflow!, entry.Step!.Value, "tool",
                1 + Applied.GetValueOrDefault(entry.Effect!)))];

    public ContextView View() => new()
    {
        ServiceSession = session.ServiceSession,
        Principal = session.Header.Principal,
        Memory = Values("memory"),
        Preferences = Values("preference"),
        Workflows = [.. session.Log.Where(entry => entry.Kind == "workflow_started")
            .Select(entry => View(entry.Workflow!))],
    };

    private static string Effect(string workflow, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{workflow}/{step}/1");

    private Dictionary<string, string> Values(string scope) =>
        session.Log.Where(entry => entry.Scope == scope).GroupBy(entry => entry.Key!)
            .ToDictionary(group => group.Key, group => group.Last().Value!);

    private WorkflowView View(string workflow)
    {
        var own = session.Log.Where(entry => entry.Workflow == workflow).ToArray();
        return new()
        {
            Id = workflow,
            Name = Name,
            Steps = Steps,
            CompletedSteps = own.Where(entry => entry.Kind == "step_completed").Max(entry => entry.Step) ?? 0,
            Completed = own.Any(entry => entry.Kind == "workflow_completed"),
            ToolCalls = [.. own.Where(entry => entry.Kind == "tool_called").Select(entry => entry.Effect!).Distinct()],
        };
    }
}
