using System.CommandLine;
using System.CommandLine.Parsing;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Everything that is wrong with the arguments, in one message.</summary>
internal static class UsageErrors
{
    public static ErrorMessage Of(ParseResult parsed)
    {
        var errors = Unknown(parsed.UnmatchedTokens).Concat(Invalid(parsed)).ToList();
        var message = errors.Count switch
        {
            0 => $"'{PathOf(parsed)}' needs to be told what to do.",
            1 => errors[0],
            _ => $"{errors.Count} arguments are wrong:\n{string.Join('\n', errors)}",
        };
        return new ErrorMessage(message, Hint(parsed), ExitCodes.Usage);
    }

    /// <summary>What is no option and no command; the value after an unknown option goes with it.</summary>
    private static IEnumerable<string> Unknown(IReadOnlyList<string> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsOption(tokens[at]))
            {
                yield return $"There is no option '{tokens[at].Split('=')[0]}'.";
            }
            else if (at == 0 || !IsOption(tokens[at - 1]))
            {
                yield return $"'{tokens[at]}' is not expected here.";
            }
        }
    }

    private static IEnumerable<string> Invalid(ParseResult parsed)
    {
        var own = parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(
            token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)));

        // A command that only groups others complains about the missing one even if a wrong one was given.
        return own.Where(error => parsed.CommandResult.Command.Subcommands.Count == 0)
            .Select(Text)
            .Distinct();
    }

    /// <summary>The library's words for what is missing or too much are replaced by ours; those of a parser of ours
    /// stay.</summary>
    private static string Text(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => SwallowedOptions.Message(option.Option),
        ArgumentResult { Parent: OptionResult option, Tokens: [{ Value: ['-', '-', ..] }] }
            => SwallowedOptions.Message(option.Option),
        OptionResult { Tokens.Count: > 1, Option.Arity.MaximumNumberOfValues: 1 } option
            => $"{option.Option.Name} is given {option.Tokens.Count} times; allowed: once.",
        ArgumentResult { Tokens.Count: 0, Argument: var argument }
            => $"{argument.HelpName ?? argument.Name} is missing.",
        _ => error.Message,
    };

    private static bool IsOption(string token) => token.StartsWith('-');

    private static string Hint(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        List<string> known =
        [
            .. command.Options.Where(option => !option.Hidden).Select(option => option.Name),
            .. command.Subcommands.Where(each => !each.Hidden).Select(each => each.Name),
        ];
        var given = parsed.UnmatchedTokens.Select(token => token.Split('=')[0]);
        return $"{Nearest.Question(given, known)}{PathOf(parsed)} --help lists what there is.";
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            names.Push(at.Command is RootCommand root ? root.HelpName ?? root.Name : at.Command.Name);
        }

        return string.Join(' ', names);
    }
}
