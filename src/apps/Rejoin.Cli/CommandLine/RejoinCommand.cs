using System.CommandLine;
using System.CommandLine.Help;

namespace Rejoin.Cli;

/// <summary>The command <c>rejoin</c> with everything below it.</summary>
internal static class RejoinCommand
{
    private const string Name = "rejoin";

    /// <summary>A new tree of commands.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand(
            "Proves that a WebSocket service gives a client its context back after the connection is lost.")
        {
            HelpName = Name,
        };
        root.Add(new RunCommand(terminal));
        root.Add(new SweepCommand(terminal));
        root.Add(new ReplayCommand(terminal));
        root.Add(new CheckCommand(terminal));
        root.Add(new ReportCommand(terminal));
        root.Add(new ProxyCommand(terminal));
        root.Add(new DriverTestCommand(terminal));
        root.Add(new ServeCommand(terminal));
        root.Add(new KeepCommand(terminal));
        root.Add(new ListCommand(terminal));
        root.Add(new ExplainCommand(terminal));
        root.Add(new CompletionCommand(terminal));
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = "Show this text; after a command, that command's.";
                help.Action = new HelpText((HelpAction)help.Action!);
            }
            else if (option is VersionOption version)
            {
                version.Description = "Show version and commit.";
                version.Action = new VersionText();
            }
        }

        ValueCompletion.AddTo(root);
        SwallowedOptions.RefuseIn(root);
        return root;
    }
}
