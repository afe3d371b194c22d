using System.Text.Json;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests;

/// <summary>What a finished command left.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The document that the command wrote to standard output.</summary>
    public RunDocument Document => JsonSerializer.Deserialize(Output, RunJson.Default.RunDocument)!;

    /// <summary>Everything that the command wrote, for messages.</summary>
    public override string ToString() => $"exit {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}
