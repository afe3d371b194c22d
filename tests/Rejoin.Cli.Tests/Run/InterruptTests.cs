using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Run;

/// <summary>Ends of the tool in the middle of a run.</summary>
public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ServiceEnd = TimeSpan.FromSeconds(5);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Ctrl_C_leaves_a_readable_run_and_no_process(string signal)
    {
        await using var tool = await StartedAsync();
        var children = ChildProcesses.Of(tool.Id);
        Assert.NotEmpty(children);
        tool.Signal(signal);
        var result = await tool.ResultAsync(OrderlyEnd);
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.DoesNotContain(children, ChildProcesses.Runs);
        var run = RunFolder.Open(folder["out"]).Read();
        Assert.True(run.Interrupted);
        Assert.Equal(130, run.ExitCode);
        Assert.NotEqual(Verdict.Pass, run.Verdict);
        Assert.InRange(Assert.Single(run.Scenarios).Trials, 1, 4_999);
        Assert.Contains("INTERRUPTED: stopped after", result.Output, StringComparison.Ordinal);
        Assert.Contains("stopping:", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_before_an_interrupt_can_be_judged_again()
    {
        await using (var tool = await StartedAsync())
        {
            tool.Signal("INT");
            await tool.ResultAsync(OrderlyEnd);
        }

        var again = await Tool.RunAsync(["check", "out", "--json"], folder.Path);
        Assert.NotEqual(64, again.ExitCode);
        Assert.True(again.Document.Interrupted);
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_at_once()
    {
        await using var tool = await StartedAsync();
        var children = ChildProcesses.Of(tool.Id);
        tool.Signal("INT");
        tool.Signal("INT");
        var result = await tool.ResultAsync(ServiceEnd);
        Assert.Equal(130, result.ExitCode);
        await Until.TrueAsync(() => !children.Any(ChildProcesses.Runs), "no service is left", ServiceEnd);
    }

    [Fact]
    public async Task Kill_of_the_tool_leaves_no_service()
    {
        await using var tool = await StartedAsync();
        var children = ChildProcesses.Of(tool.Id);
        Assert.NotEmpty(children);
        await tool.KillAsync();
        await Until.TrueAsync(() => !children.Any(ChildProcesses.Runs), "no service is left", ServiceEnd);

        // What was recorded until then is not lost: it has no run.json, and can be judged.
        Assert.False(File.Exists(folder["out/run.json"]));
        var judged = await Tool.RunAsync(["check", "out", "--quiet"], folder.Path);
        Assert.NotEqual(70, judged.ExitCode);
    }

    /// <summary>A long run of which some trials are done.</summary>
    private async Task<RunningTool> StartedAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at /proc and sends signals.");
        var tool = RunningTool.Start(
            ["run", "--scenario", "history", "--rounds", "2", "--trials", "2500", "--parallel", "4", "--out",
                "out"],
            folder.Path);
        await tool.LineAsync(line => line == "history: 5000 trials");
        await Until.TrueAsync(
            () => Directory.EnumerateFiles(folder["out/histories"], "*.jsonl").Count() > 3, atMost: OrderlyEnd);
        return tool;
    }
}
