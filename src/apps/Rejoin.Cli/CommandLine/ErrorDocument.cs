namespace Rejoin.Cli;

/// <summary>What a command with <c>--json</c> writes to standard output if it could not do its work.</summary>
/// <param name="Schema">Schema of the document.</param>
/// <param name="ExitCode">Exit code of the process: 64, 70 or 130.</param>
/// <param name="Message">What happened and where.</param>
/// <param name="Details">Every single error, if there are several.</param>
/// <param name="Hint">What to do.</param>
internal sealed record ErrorDocument(
    string Schema, int ExitCode, string Message, IReadOnlyList<string> Details, string Hint)
{
    private const string CurrentSchema = "rejoin.error/1";

    public static ErrorDocument Of(ErrorMessage error)
    {
        var lines = error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ErrorDocument(CurrentSchema, error.ExitCode, lines[0], lines[1..], error.Hint);
    }
}
