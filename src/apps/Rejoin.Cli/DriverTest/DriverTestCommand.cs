using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The command <c>driver-test</c>.</summary>
internal sealed class DriverTestCommand : Command, IExplainedCommand
{
    private readonly Argument<string[]> driver = new("COMMAND")
    {
        Description = "Command that starts the driver, and its arguments; put -- before one that begins with a dash.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> json = NewOption.Json("Write the result as JSON to standard output.");

    /// <summary>The command.</summary>
    public DriverTestCommand(Terminal terminal)
        : base("driver-test", "Prove that a driver obeys the driver contract, against the embedded service.")
    {
        Add(driver);
        Add(json);
        SetAction(parsed => DriverTestAction.RunAsync(
            parsed.GetRequiredValue(driver), parsed.GetValue(json), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Examples:
          rejoin driver-test node samples/drivers/node/driver.js
          rejoin driver-test --json -- python3 -u driver.py
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes =>
        [Runner.ExitCodes.Pass, Runner.ExitCodes.Fail, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal,
            Runner.ExitCodes.Interrupted];
}
