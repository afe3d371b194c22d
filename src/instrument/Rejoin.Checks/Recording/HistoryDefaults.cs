namespace Rejoin.Checks;

/// <summary>Parts of a line that were left out and have a default: reading JSON leaves them null.</summary>
internal static class HistoryDefaults
{
    private static readonly Dictionary<string, string> None = [];

    public static HistoryEvent Complete(HistoryEvent line) => line.Result?.Context is { } context
        ? line with { Result = line.Result with { Context = Complete(context) } }
        : line;

    private static ContextView Complete(ContextView context) => context with
    {
        Memory = context.Memory ?? None,
        Preferences = context.Preferences ?? None,
        Workflows = [.. (context.Workflows ?? []).Select(Complete)],
    };

    private static WorkflowView Complete(WorkflowView workflow) =>
        workflow with { ToolCalls = workflow.ToolCalls ?? [] };
}
