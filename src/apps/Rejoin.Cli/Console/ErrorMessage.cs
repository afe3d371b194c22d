using Rejoin.Runner;
using Rejoin.Server;

namespace Rejoin.Cli;

/// <summary>The one message with which a command ends that could not do its work.</summary>
/// <param name="Message">What happened and where; further lines hold details.</param>
/// <param name="Hint">What to do.</param>
/// <param name="ExitCode">Exit code of the process.</param>
internal sealed record ErrorMessage(string Message, string Hint, int ExitCode)
{
    /// <summary>The message for an exception. One that nobody expected is an error of our own.</summary>
    public static ErrorMessage Of(Exception error) => error switch
    {
        RejoinException own => new(own.Message, own.Hint, own.ExitCode),
        RejoinServerException server => new(server.Message, server.Hint, ExitCodes.Usage),
        _ => new(
            $"internal error: {error.GetType().Name}: {FirstLine(error.Message)}",
            "Run the command again with REJOIN_DEBUG=1 in the environment for the trace, and report it.",
            ExitCodes.Internal),
    };

    /// <summary>Writes the message and hands over its exit code.</summary>
    public int Write(TextWriter output)
    {
        var lines = Message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        output.Write($"error: {Clean(lines[0])}\n");
        foreach (var detail in lines.Skip(1))
        {
            output.Write($"  {Clean(detail.Trim())}\n");
        }

        output.Write($"hint: {Clean(Hint)}\n");
        return ExitCode;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');

    internal static string Clean(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
