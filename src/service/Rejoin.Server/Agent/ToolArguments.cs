using System.Text.Json;

namespace Rejoin.Server;

/// <summary>The arguments of a tool call: where it is made, and the workflow's input.</summary>
internal sealed record ToolArguments(string Workflow, int Step, JsonElement? Input);
