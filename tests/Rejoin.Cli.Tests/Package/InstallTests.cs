using System.Diagnostics;

namespace Rejoin.Cli.Tests.Package;

/// <summary>The packed tool, installed as a user installs it, from the packed file alone.</summary>
[Collection(nameof(PackedFiles))]
public sealed class InstallTests(PackedFiles packed)
{
    [Fact]
    public async Task The_installed_tool_runs_a_scenario_to_a_pass()
    {
        var folder = packed.Own("empty");
        var config = Path.Combine(folder, "nuget.config");
        await File.WriteAllTextAsync(
            config,
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packed.Own("cache")}" /></config>
              <packageSources><clear /><add key="packed" value="{packed.Path}" /></packageSources>
            </configuration>
            """,
            TestContext.Current.CancellationToken);
        await packed.DotnetAsync(
            folder, "tool", "install", "--tool-path", "t", "rejoin", "--configfile", config, "--add-source",
            packed.Path);

        var tool = Path.Combine(folder, "t", OperatingSystem.IsWindows() ? "rejoin.exe" : "rejoin");
        var (version, versionText) = await RunAsync(tool, folder, "--version");
        Assert.True(version == 0, versionText);
        Assert.StartsWith("rejoin 0.", versionText, StringComparison.Ordinal);
        var (code, text) = await RunAsync(
            tool, folder, "run", "--scenario", "history", "--trials", "16", "--out", "out");
        Assert.True(code == 0, text);
        Assert.True(File.Exists(Path.Combine(folder, "out", "run.json")));
        Assert.True(Directory.Exists(Path.Combine(folder, "latest")));
    }

    private static async Task<(int Code, string Text)> RunAsync(string tool, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}
