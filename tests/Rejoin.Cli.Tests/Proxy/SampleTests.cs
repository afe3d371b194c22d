using System.Diagnostics;
using System.Globalization;

namespace Rejoin.Cli.Tests.Proxy;

/// <summary>The documented examples, run as their pages say.</summary>
public sealed class SampleTests
{
    private const string Done = "resumed after a reset, as planned\n";

    [Fact]
    public async Task The_node_example_resumes()
    {
        var (found, version) = await TryRunAsync("node", "--version");
        Assert.SkipUnless(found, "There is no node in the path: install Node 20 or newer.");
        var major = int.Parse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture);
        Assert.SkipUnless(major >= 20, $"Node {version.Trim()} has no WebSocket: install Node 20 or newer.");
        string[] option = major < 22 ? ["--experimental-websocket"] : [];
        var (_, output) = await TryRunAsync(
            "node", [.. option, Path.Combine(Approved.Root, "samples/proxy-node/resume.test.mjs")]);
        Assert.Equal(Done, output);
    }

    [Fact]
    public async Task The_dotnet_example_resumes()
    {
        var (found, output) = await TryRunAsync(Path.Combine(AppContext.BaseDirectory, "Proxied"));
        Assert.True(found);
        Assert.Equal(Done, output);
    }

    private static async Task<(bool Found, string Output)> TryRunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["REJOIN"] = Tool.Executable;
        try
        {
            using var process = Process.Start(start)!;
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            bound.CancelAfter(TimeSpan.FromSeconds(60));
            var output = await process.StandardOutput.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode == 0, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (false, "");
        }
    }
}
