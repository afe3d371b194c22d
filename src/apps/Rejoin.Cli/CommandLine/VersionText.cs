using System.CommandLine;
using System.CommandLine.Invocation;

namespace Rejoin.Cli;

/// <summary>The answer to <c>--version</c>: <c>rejoin 0.1.0, commit 1f2e3d4c5b6a</c>.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    private const int CommitLength = 12;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write($"{Of(ToolVersion.Text)}\n");
        return 0;
    }

    /// <summary>The line for a version as the build wrote it: <c>0.1.0+commit</c>, or <c>0.1.0</c> where no commit was
    /// known.</summary>
    public static string Of(string version) => version.Split('+', 2) switch
    {
        [var number, { Length: > 0 } commit] => $"rejoin {number}, commit {commit[..Math.Min(
            commit.Length, CommitLength)]}",
        [var number, ..] => $"rejoin {number}, commit unknown",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
