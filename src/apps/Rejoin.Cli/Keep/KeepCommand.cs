using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The hidden command <c>keep</c>: a service's command under the care of its parent.</summary>
internal sealed class KeepCommand : Command
{
    /// <summary>Name of the command.</summary>
    public const string Verb = "keep";

    private readonly Argument<string> signal = new("SIGNAL");
    private readonly Argument<int> stopMs = new("MS");
    private readonly Argument<string[]> words = new("COMMAND") { Arity = ArgumentArity.OneOrMore };

    /// <summary>The command.</summary>
    public KeepCommand(Terminal terminal)
        : base(Verb, "Start a command, and end it when standard input closes.")
    {
        Hidden = true;
        Add(signal);
        Add(stopMs);
        Add(words);
        SetAction(parsed => KeepAction.RunAsync(
            parsed.GetRequiredValue(signal), parsed.GetRequiredValue(stopMs), parsed.GetRequiredValue(words),
            terminal));
    }
}
