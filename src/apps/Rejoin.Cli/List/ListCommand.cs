using System.CommandLine;
using System.Text.Json;

namespace Rejoin.Cli;

/// <summary>The command <c>list</c>: what there is to choose from.</summary>
internal sealed class ListCommand : Command, IExplainedCommand
{
    /// <summary>The command with one command per list.</summary>
    public ListCommand(Terminal terminal)
        : base("list", "Show what there is to choose from.")
    {
        Add(List(terminal, "scenarios", "What a run can do.", ScenarioEntry.All));
        Add(List(terminal, "conversations", "What a sweep can cut.", ConversationEntry.All));
        Add(List(terminal, "checks", "What a history can be accused of.", CheckEntry.All,
            "What to do: rejoin explain ID"));
        Add(List(terminal, "faults", "What can be done to a connection.", FaultEntry.All));
        Add(List(terminal, "sabotage", "Bugs that can be planted in the embedded service, and what must find them.",
            SabotageEntry.All));
    }

    /// <inheritdoc/>
    public string Examples => """
        Examples:
          rejoin list checks
          rejoin list sabotage --json
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal];

    private static Command List<T>(
        Terminal terminal, string name, string description, Func<IReadOnlyList<T>> entries, string? more = null)
        where T : IListEntry
    {
        var json = NewOption.Json("A JSON array in place of text.");
        var command = new Command(name, description);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var all = entries();
            if (parsed.GetValue(json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(all, typeof(IReadOnlyList<T>), ListJson.Default));
            }
            else
            {
                Columns.Write(terminal.Output, [.. all.Select(entry => entry.Cells)], terminal.Width);
                terminal.Output.Write(more is null ? "" : $"\n{more}\n");
            }

            return 0;
        });
        return command;
    }
}
