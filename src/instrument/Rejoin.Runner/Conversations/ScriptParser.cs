using System.Text.RegularExpressions;
using Rejoin.Checks;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Runner;

/// <summary>Turns the tree of a conversation file into a conversation, and gathers what is wrong on the way.</summary>
internal sealed partial class ScriptParser(string file, string text)
{
    private const int MaximumSessions = 16;
    private const int MaximumSteps = 1_000;
    private const int MaximumText = 4_096;
    private const int MaximumLength = 262_144;

    private static readonly string[] StepKeys =
        ["do", "text", "length", "scope", "key", "workflow", "wait", "away", "place"];

    private static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(1);

    private readonly List<YamlError> _errors = [];

    public ScriptReadResult Parse(YamlMappingNode root)
    {
        var top = new YamlSection(file, "", root, ["schema", "id", "summary", "sessions"], _errors);
        if (top.Text("schema", 64, required: true) is { } schema && schema != ConversationScript.CurrentSchema)
        {
            top.Report("schema", "is not one that this tool reads", ConversationScript.CurrentSchema);
        }

        var id = top.Text("id", 40, required: true) ?? "";
        if (id.Length > 0 && !Name().IsMatch(id))
        {
            top.Report("id", "holds other characters", "lower-case letters, digits and hyphens");
        }

        var script = new ConversationScript
        {
            Id = id,
            Summary = top.Text("summary", 300, required: true) ?? "",
            Sessions = Sessions(top),
            Text = text,
        };
        return _errors.Count == 0
            ? new ScriptReadResult { Script = script }
            : new ScriptReadResult { Errors = [.. _errors.OrderBy(error => error.Line)] };
    }

    private static List<ScriptSession> Sessions(YamlSection top)
    {
        var sessions = new List<ScriptSession>();
        foreach (var section in top.Sections("sessions", ["session", "principal", "steps"], MaximumSessions))
        {
            var label = section.Text("session", 20, required: true) ?? "";
            if (label.Length > 0 && !Name().IsMatch(label))
            {
                section.Report("session", "holds other characters", "lower-case letters, digits and hyphens");
            }
            else if (sessions.Any(other => other.Session == label))
            {
                section.Report("session", "is the label of two sessions", "a label of its own for each");
            }

            sessions.Add(new(label, section.Text("principal", 20) ?? "p1", Steps(section)));
        }

        if (sessions.Count == 0)
        {
            top.Report("sessions", "has no session", $"1 to {MaximumSessions} sessions");
        }

        return sessions;
    }

    private static List<ScriptStep> Steps(YamlSection session)
    {
        var steps = new List<ScriptStep>();
        var order = new StepOrder();
        foreach (var section in session.Sections("steps", StepKeys, MaximumSteps))
        {
            var step = Step(section);
            steps.Add(step);
            if (order.Problem(step) is var (problem, allowed))
            {
                section.Report(step.Do is null ? "away" : "do", problem, allowed);
            }
        }

        if (steps.Count == 0)
        {
            session.Report("steps", "holds no step", "1 or more, the first of them connect");
        }

        return steps;
    }

    private static ScriptStep Step(YamlSection section)
    {
        if (section.Has("away"))
        {
            Only(section, null, ["away"]);
            return new ScriptStep
            {
                Away = section.Time("away", TimeSpan.FromMilliseconds(1), LongestAbsence), Line = section.Line,
            };
        }

        var step = new ScriptStep
        {
            Do = section.Word<Operation>("do", required: true),
            Place = Place(section),
            Line = section.Line,
        };
        Only(section, step.Do, ["do", "place", .. KeysOf(step.Do)]);
        return step.Do switch
        {
            Operation.Say => step with
            {
                Text = section.Text("text", MaximumText, required: true),
                Length = (int)(section.Integer("length", 1, MaximumLength) ?? 0),
                Wait = section.Word<ScriptWait>("wait") ?? ScriptWait.Reply,
            },
            Operation.Set => step with
            {
                Scope = Scope(section),
                Key = section.Text("key", 64, required: true),
                Length = (int)(section.Integer("length", 1, MaximumLength) ?? 0),
            },
            Operation.Start => step with
            {
                Workflow = section.Text("workflow", 64, required: true),
                Wait = section.Word<ScriptWait>("wait") ?? ScriptWait.Reply,
            },
            _ => step,
        };
    }

    private static string? Scope(YamlSection section)
    {
        var scope = section.Text("scope", 16) ?? "memory";
        if (scope is not ("memory" or "preference"))
        {
            section.Report("scope", "is not an allowed value", "memory, preference");
        }

        return scope;
    }

    private static string? Place(YamlSection section)
    {
        var place = section.Text("place", 16);
        if (place is not (null or "home" or "away"))
        {
            section.Report("place", "is not an allowed value", "home, away");
        }

        return place;
    }

    private static string[] KeysOf(Operation? operation) => operation switch
    {
        Operation.Say => ["text", "length", "wait"],
        Operation.Set => ["scope", "key", "length"],
        Operation.Start => ["workflow", "wait"],
        null => StepKeys,
        _ => [],
    };

    private static void Only(YamlSection section, Operation? operation, string[] keys)
    {
        foreach (var key in StepKeys.Where(key => section.Has(key) && !keys.Contains(key)))
        {
            section.Report(
                key, operation is null ? "does not go with 'away'" : $"does not go with this operation",
                string.Join(", ", keys));
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
