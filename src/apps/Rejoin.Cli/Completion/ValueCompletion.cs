using System.CommandLine;
using System.CommandLine.Completions;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The values that options and arguments can have, for shells.</summary>
internal static class ValueCompletion
{
    /// <summary>Adds the values to every option and argument that is known to take them, in the whole tree.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in command.Options)
        {
            if ((ValuesOf(option.Name) ?? Alternatives(option.HelpName)) is { } values)
            {
                option.CompletionSources.Add(_ => values().Select(value => new CompletionItem(value)));
            }
        }

        foreach (var argument in command.Arguments)
        {
            if (ValuesOf(argument.HelpName ?? argument.Name) is { } values)
            {
                argument.CompletionSources.Add(_ => values().Select(value => new CompletionItem(value)));
            }
        }

        foreach (var inner in command.Subcommands)
        {
            AddTo(inner);
        }
    }

    private static Func<IEnumerable<string>>? ValuesOf(string name) => name switch
    {
        "--scenario" => () => ScenarioEntry.All().Select(entry => entry.Id),
        "--sabotage" => () => SabotageEntry.All().Select(entry => entry.Id),
        "ID" => () => CheckEntry.All().Select(entry => entry.Id),
        "--format" => () => RunReports.Formats.Select(format => format.Id),
        "--kinds" => () => SweepKind.All.Select(kind => kind.Id),
        "--conversation" => () => ConversationCatalogue.All.Select(each => each.Id),
        _ => null,
    };

    /// <summary>The words of <c>embedded|URL</c> that stand for themselves: those in small letters.</summary>
    private static Func<IEnumerable<string>>? Alternatives(string? helpName) =>
        helpName?.Split('|').Where(word => word.Length > 0 && word.All(char.IsAsciiLetterLower)).ToList() is
            { Count: > 0 } words
            ? () => words
            : null;
}
