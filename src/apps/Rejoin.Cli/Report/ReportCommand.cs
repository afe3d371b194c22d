using System.CommandLine;
using Rejoin.Reports;

namespace Rejoin.Cli;

/// <summary>The command <c>report</c>: its options and the values that they get.</summary>
internal sealed class ReportCommand : Command, IExplainedCommand
{
    private readonly Argument<string> folder = new("FOLDER")
    {
        Description = "Run folder; nothing else is needed.",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<string[]> formats = new("--format")
    {
        Description = "The one report to make, written to standard output unless --out is given: "
            + string.Join(", ", RunReports.Formats.Select(format => format.Id))
            + ". By default every file of the folder.",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> output = NewOption.Text(
        "--out", "DIR", "Folder for the reports; by default the run folder itself.");

    private readonly Option<bool> force = NewOption.Flag("--force", "Replace files that are there already.");

    private readonly Option<bool> json = NewOption.Json(
        "Write what was written, the verdict and what the folder lacks to standard output as JSON.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public ReportCommand(Terminal terminal)
        : base("report", "Make the reports of a run folder again, on any machine.")
    {
        Add(folder);
        foreach (var option in new Option[] { formats, output, force, json, noColour })
        {
            Add(option);
        }

        SetAction(parsed => ReportAction.Run(Values(parsed), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Examples:
          rejoin report latest
          rejoin report latest --format markdown >> "$GITHUB_STEP_SUMMARY"
          rejoin report out --format junit > results/rejoin.xml
          rejoin report out --out copies --json
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal];

    private ReportArguments Values(ParseResult parsed) => new()
    {
        Folder = parsed.GetRequiredValue(folder),
        Formats = parsed.GetValue(formats) ?? [],
        Out = parsed.GetValue(output),
        Force = parsed.GetValue(force),
        Json = parsed.GetValue(json),
        NoColour = parsed.GetValue(noColour),
    };
}
