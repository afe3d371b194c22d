using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The rule that an option is no value of another one: <c>--out --force</c> names no folder.</summary>
internal static class SwallowedOptions
{
    /// <summary>Adds the rule to every option of the whole tree.</summary>
    public static void RefuseIn(Command command)
    {
        var names = command.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var option in command.Options)
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Any(token => names.Contains(token.Value)))
                {
                    result.AddError(Message(option));
                }
            });
        }

        foreach (var inner in command.Subcommands)
        {
            RefuseIn(inner);
        }
    }

    /// <summary>What is told.</summary>
    public static string Message(Option option) => $"{option.Name} needs a value.";
}
