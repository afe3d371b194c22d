using System.CommandLine;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Everything that is wrong with the arguments, in one message.</summary>
internal static class UsageErrors
{
    private const int ClosestDistance = 3;

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
            .Select(error => error.Message)
            .Distinct();
    }

    private static bool IsOption(string token) => token.StartsWith('-');

    private static string Hint(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"{PathOf(parsed)} --help lists what there is.";
        var known = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(each => each.Name));
        var meant = parsed.UnmatchedTokens
            .SelectMany(token => known.Select(name => (Name: name, Distance: Distance(token.Split('=')[0], name))))
            .Where(candidate => candidate.Distance <= Math.Min(ClosestDistance, candidate.Name.Length / 2))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return meant is null ? help : $"Did you mean '{meant}'? {help}";
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(at.Command is RootCommand root ? root.HelpName ?? root.Name : at.Command.Name);
        }

        return string.Join(' ', names);
    }

    /// <summary>Single-character edits between two words (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
