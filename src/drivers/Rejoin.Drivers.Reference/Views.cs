using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Drivers.Reference;

/// <summary>Messages of the protocol in the words of histories.</summary>
internal static class Views
{
    private const int DigestDigits = 16;

    public static MessageView Of(HistoryMessage message) => new()
    {
        Id = message.Id,
        Role = Word(message.Role),
        Text = message.Text,
        Offset = message.Offset,
        At = Time(message.At),
        Turn = message.Turn,
    };

    public static ContextView Of(SessionContext context) => new()
    {
        ServiceSession = context.Session,
        Principal = context.Principal,
        Memory = context.Memory.ToDictionary(pair => pair.Key, pair => Canonical(pair.Value)),
        Preferences = context.Preferences.ToDictionary(pair => pair.Key, pair => Canonical(pair.Value)),
        Workflows = context.Workflows.Select(Of).ToList(),
    };

    public static EffectView Of(Effect effect) =>
        new(effect.Id, effect.Workflow, effect.Step, effect.Tool, effect.Applied);

    public static ConnectionEnd Of(ConnectionClosed closed) => new(
        closed.Code,
        closed.Reason,
        closed.Code is not null ? "peer"
            : closed.Error.Failure is ClientFailure.ClosedByCaller or ClientFailure.DroppedByCaller
                or ClientFailure.Abandoned ? "self"
            : "lost");

    public static ReceivedEvent Of(LogEvent log, string? epoch)
    {
        var seen = new ReceivedEvent
        {
            Epoch = epoch,
            Offset = log.Event.Offset,
            Kind = string.Empty,
            At = Time(log.Event.At),
            Replayed = log.IsReplay,
            Digest = Convert.ToHexStringLower(SHA256.HashData(log.Payload.Span))[..DigestDigits],
        };
        return log.Event.Data switch
        {
            UserMessage said => seen with { Kind = "user_message", Id = said.Id, Text = said.Text },
            Delta piece => seen with
            {
                Kind = "delta", Turn = piece.Turn, Attempt = piece.Attempt, DeltaIndex = piece.Index, Text = piece.Text,
            },
            AgentMessage final => seen with
            {
                Kind = "agent_message", Id = final.Id, Turn = final.Turn, Text = final.Text,
            },
            ValueSet put => seen with
            {
                Kind = "value_set", Id = put.Id, Scope = Word(put.Scope), Key = put.Key, Value = Canonical(put.Value),
            },
            WorkflowStarted started => seen with
            {
                Kind = "workflow_started", Workflow = started.Workflow, Name = started.Name, Steps = started.Steps,
            },
            StepStarted step => seen with { Kind = "step_started", Workflow = step.Workflow, Step = step.Step },
            ToolCalled call => seen with
            {
                Kind = "tool_called", Workflow = call.Workflow, Step = call.Step, Effect = call.Effect,
            },
            ToolReturned call => seen with
            {
                Kind = "tool_returned", Workflow = call.Workflow, Step = call.Step, Effect = call.Effect,
            },
            StepCompleted step => seen with { Kind = "step_completed", Workflow = step.Workflow, Step = step.Step },
            WorkflowCompleted completed => seen with { Kind = "workflow_completed", Workflow = completed.Workflow },
            TurnInterrupted cut => seen with { Kind = "turn_interrupted", Turn = cut.Turn, Attempt = cut.Attempt },
            _ => throw new UnreachableException(log.Event.Data.GetType().Name),
        };
    }

    /// <summary>The word that the protocol has for a value of an enumeration.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static WorkflowView Of(WorkflowState workflow) => new()
    {
        Id = workflow.Id,
        Name = workflow.Name,
        Steps = workflow.Steps,
        CompletedSteps = workflow.CompletedSteps,
        Completed = workflow.Completed,
        ToolCalls = workflow.ToolCalls.Select(call => call.Effect).ToList(),
    };

    private static string Time(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    // Numbers and escapes as the service wrote them; only white space between tokens is dropped.
    private static string Canonical(JsonElement value) => JsonSerializer.Serialize(value, ViewJson.Default.JsonElement);
}
