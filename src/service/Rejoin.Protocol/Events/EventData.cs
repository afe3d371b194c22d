using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>What an event says; its <c>kind</c> tells the shape.</summary>
/// <remarks>Source: protocol.md, "Events".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UserMessage), "user_message")]
[JsonDerivedType(typeof(Delta), "delta")]
[JsonDerivedType(typeof(AgentMessage), "agent_message")]
[JsonDerivedType(typeof(ValueSet), "value_set")]
[JsonDerivedType(typeof(WorkflowStarted), "workflow_started")]
[JsonDerivedType(typeof(StepStarted), "step_started")]
[JsonDerivedType(typeof(ToolCalled), "tool_called")]
[JsonDerivedType(typeof(ToolReturned), "tool_returned")]
[JsonDerivedType(typeof(StepCompleted), "step_completed")]
[JsonDerivedType(typeof(WorkflowCompleted), "workflow_completed")]
[JsonDerivedType(typeof(TurnInterrupted), "turn_interrupted")]
public abstract record EventData;
