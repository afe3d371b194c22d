namespace Rejoin.Cli.Tests.BadInput;

/// <summary>What every refusal looks like.</summary>
internal static class Refusal
{
    /// <summary>One message with a hint on standard error, nothing on standard output, exit 64, no stack
    /// trace.</summary>
    public static void Is(ToolResult result, string message, string hint)
    {
        Assert.True(result.ExitCode == 64, result.ToString());
        Assert.Equal(string.Empty, result.Output);
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("hint: ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, lines.First(line => line.StartsWith("error: ", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains(hint, lines[^1], StringComparison.Ordinal);
    }
}
