using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Rejoin.Cli;

/// <summary>The help: usage and options, then what they alone do not tell.</summary>
internal sealed class HelpText(HelpAction usage) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0    pass
          1    a finding: something was otherwise than promised
          2    unknown: something that was promised could not be judged
          3    an objective was missed
          64   wrong use or configuration
          70   an error of this tool
          130  interrupted

        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usage.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var more = (parseResult.CommandResult.Command as IExplainedCommand)?.Examples ?? """
            Examples:
              rejoin run                                 everything, against the embedded service
              rejoin run --sabotage lose-acked           the same with a planted bug, which must be found
              rejoin run --help                          every option of a command
            """;
        output.Write(more.TrimEnd());
        output.Write("\n\n");
        output.Write(ExitCodes);
        return 0;
    }
}
