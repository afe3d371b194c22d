using System.CommandLine;
using System.CommandLine.Invocation;

namespace Rejoin.Cli;

/// <summary>The way from arguments to an exit code.</summary>
internal static class Entry
{
    /// <summary>Carries out what the arguments say.</summary>
    /// <returns>Exit code: see docs/reference/cli.md.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var parsed = RejoinCommand.Create(terminal).Parse(arguments, new ParserConfiguration
        {
            // "@file" and "-abc" are values like any other.
            ResponseFileTokenReplacer = null,
            EnablePosixBundling = false,
        });
        if (parsed.Action is ParseErrorAction)
        {
            return UsageErrors.Of(parsed).Write(terminal.Error);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = terminal.Output,
                Error = terminal.Error,
            });
        }
        catch (Exception error)
        {
            if (terminal.Debug)
            {
                terminal.Error.WriteLine(error.ToString());
            }

            return ErrorMessage.Of(error).Write(terminal.Error);
        }
    }
}
