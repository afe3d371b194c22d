using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json;

namespace Rejoin.Cli;

/// <summary>The way from arguments to an exit code.</summary>
internal static class Entry
{
    /// <summary>Carries out what the arguments say.</summary>
    /// <returns>Exit code: see docs/reference/cli.md.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var output = new WatchedWriter(terminal.Output);
        terminal = terminal with { Output = output };
        var parsed = RejoinCommand.Create(terminal).Parse(arguments, new ParserConfiguration
        {
            // "@file" and "-abc" are values like any other.
            ResponseFileTokenReplacer = null,
            EnablePosixBundling = false,
        });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(UsageErrors.Of(parsed));
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

            return Refuse(ErrorMessage.Of(error));
        }

        // With --json standard output holds one document, whatever happens.
        int Refuse(ErrorMessage error)
        {
            if (!output.IsUsed && parsed.Tokens.Any(token => token.Value == "--json"))
            {
                output.WriteLine(JsonSerializer.Serialize(ErrorDocument.Of(error), ErrorJson.Readable));
                output.Flush();
            }

            return error.Write(terminal.Error);
        }
    }
}
