namespace Rejoin.Cli.Tests.CommandLine;

/// <summary>A command in this process: for what is only about words.</summary>
internal static class Spoken
{
    /// <summary>Exit code and both streams of a command line.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Entry.RunAsync(arguments, new Terminal { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
