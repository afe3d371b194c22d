using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;

namespace Rejoin.Cli;

/// <summary>The command <c>explain</c>: what a finding means and what to do.</summary>
internal sealed class ExplainCommand : Command, IExplainedCommand
{
    private readonly Argument<string[]> ids = new("ID")
    {
        Description = "Ids of findings, such as RJ101; without one, all are listed.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> markdown = NewOption.Flag("--markdown", "The page as it was written.");

    private readonly Option<bool> json = NewOption.Json("A JSON array of pages in place of text.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public ExplainCommand(Terminal terminal)
        : base("explain", "Tell what a finding means, how to confirm it and what to do.")
    {
        Add(ids);
        foreach (var option in new Option[] { markdown, json, noColour })
        {
            Add(option);
        }

        ids.CompletionSources.Add(_ => RunbookCatalogue.Ids().Select(id => new CompletionItem(id)));
        Validators.Add(result =>
        {
            if (result.GetValue(markdown) && result.GetValue(json))
            {
                result.AddError("--markdown and --json exclude each other.");
            }
        });
        SetAction(parsed => Show(terminal, parsed));
    }

    /// <inheritdoc/>
    public string Examples => """
        Examples:
          rejoin explain RJ101
          rejoin explain RJ101,RJ111 --no-color
          rejoin explain RJ402 --json | jq -r '.[0].firstAction'
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal];

    private int Show(Terminal terminal, ParseResult parsed)
    {
        var asked = parsed.GetValue(ids) ?? [];
        var pages = asked.Length > 0 ? RunbookCatalogue.Find(asked) : [.. RunbookCatalogue.Ids().Select(
            RunbookCatalogue.Read)];
        if (parsed.GetValue(json))
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(pages, ExplainJson.Readable().IReadOnlyListRunbook));
        }
        else if (parsed.GetValue(markdown))
        {
            terminal.Output.Write(string.Join('\n', pages.Select(page => page.Markdown)));
        }
        else if (asked.Length == 0)
        {
            Columns.Write(terminal.Output, [.. pages.Select(page => new[] { page.Id, page.Severity, page.Title })],
                terminal.Width);
        }
        else
        {
            var text = new RunbookText(terminal.Output, terminal.Style(parsed.GetValue(noColour)));
            foreach (var (at, page) in pages.Index())
            {
                text.Write(page, isFirst: at == 0);
            }
        }

        return Runner.ExitCodes.Pass;
    }
}
