using System.Collections.Frozen;

namespace Rejoin.Server;

/// <summary>The workflows that this server knows.</summary>
internal sealed class WorkflowRegistry
{
    private readonly FrozenDictionary<string, WorkflowDefinition> known = new WorkflowDefinition[]
    {
        new(
            "five-steps",
            [
                new("collect", "fetch_sources"),
                new("analyse", "rank_sources"),
                new("draft", "write_draft"),
                new("review", "check_draft"),
                new("deliver", "publish"),
            ]),
        new("one-step", [new("note", "write_note")]),
    }.ToFrozenDictionary(workflow => workflow.Name, StringComparer.Ordinal);

    public WorkflowDefinition? Find(string name) => known.GetValueOrDefault(name);
}
