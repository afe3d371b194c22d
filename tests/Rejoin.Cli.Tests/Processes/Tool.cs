using System.Diagnostics;

namespace Rejoin.Cli.Tests;

/// <summary>The built executable, started as a user starts it.</summary>
internal static class Tool
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(300);

    /// <summary>Path of the executable: it lies beside the tests.</summary>
    public static string Executable { get; } = Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "rejoin.exe" : "rejoin");

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ToolResult> RunAsync(
        IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var tool = RunningTool.Start(arguments, folder, environment);
        return await tool.ResultAsync(Bound);
    }

    /// <summary>How a command is started: no terminal, no colour, nothing of this process's environment that
    /// counts.</summary>
    public static ProcessStartInfo StartInfo(
        IEnumerable<string> arguments, string? folder, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        string[] unwanted =
            ["REJOIN_TOKEN", "REJOIN_DEBUG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"];
        foreach (var variable in unwanted)
        {
            start.Environment.Remove(variable);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
