using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Rejoin.Cli;

/// <summary>The help: usage and options, then what they alone do not tell.</summary>
internal sealed class HelpText(HelpAction usage) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usage.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var explained = Explained(parseResult);
        var more = explained?.Examples ?? """
            Examples:
              rejoin run                                 everything, against the embedded service
              rejoin run --sabotage lose-acked           the same with a planted bug, which must be found
              rejoin run --help                          every option of a command
            """;
        output.Write(more.TrimEnd());
        output.Write("\n\n");
        output.Write("Exit codes:\n");
        foreach (var (code, meaning) in ExitCodeText.All)
        {
            if (explained is null || explained.ExitCodes.Contains(code))
            {
                output.Write($"  {code,-3}  {meaning}\n");
            }
        }

        output.Write('\n');
        return 0;
    }

    /// <summary>The nearest command above that explains itself: a list is explained by <c>list</c>.</summary>
    private static IExplainedCommand? Explained(ParseResult parsed)
    {
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            if (at.Command is IExplainedCommand explained)
            {
                return explained;
            }
        }

        return null;
    }
}
