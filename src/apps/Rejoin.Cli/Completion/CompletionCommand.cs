using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The command <c>completion</c>: scripts that make shells complete this tool's arguments.</summary>
internal sealed class CompletionCommand : Command, IExplainedCommand
{
    /// <summary>The command with one command per shell.</summary>
    public CompletionCommand(Terminal terminal)
        : base("completion", "Write a script that makes a shell complete commands, options and values.")
    {
        foreach (var shell in Shell.All)
        {
            var command = new Command(shell.Name, $"The script for {shell.Title}: {shell.Install}");
            command.SetAction(_ => terminal.Output.Write(shell.Script()));
            Add(command);
        }
    }

    /// <inheritdoc/>
    public string Examples => $"""
        Examples:
          source <(rejoin completion bash)
          {string.Join("\n  ", Shell.All.Select(shell => shell.Install))}
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal];
}
