using System.Diagnostics;

namespace Rejoin.Cli.Tests.Contracts;

/// <summary>A service of another language, judged by its contract; needs Node 20 and npm, which fetches 'ws'.</summary>
public sealed class JsonChatTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Approved.Root, "samples", "json-chat");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_chat_is_judged_and_a_planted_loss_is_found()
    {
        // Fewer than five rounds leave the objective unknown; nothing may be found.
        var right = await RunAsync("right", control: null);
        Assert.True(right.ExitCode is 2, right.Output);
        Assert.Contains("Scenario 'agent-state' is not judged: it needs set, start", right.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("findings in history", right.Output, StringComparison.Ordinal);
        Assert.Contains("listening on", await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "right", "service", "history-1.log"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        var wrong = await RunAsync("wrong", control: "forget-on-resume");
        Assert.True(wrong.ExitCode is 1, wrong.Output);
        Assert.Contains("RJ101 lost", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_driver_is_short() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Sample, "driver.js")).Length, 1, 149);

    private async Task<(int ExitCode, string Output)> RunAsync(string name, string? control)
    {
        string[] arguments =
        [
            Path.Combine(Sample, "run"), "--rounds", "1", "--trials", "4", "--seed", "1", "--no-color",
            "--out", Path.Combine(folder.Path, name),
        ];
        var start = new ProcessStartInfo("sh", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path,
        };
        start.Environment["REJOIN"] = Tool.Executable;
        start.Environment["CONTROL"] = control ?? string.Empty;
        using var process = Process.Start(start)!;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(120));
        var output = process.StandardOutput.ReadToEndAsync(bound.Token);
        var error = process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        return (process.ExitCode, await output + await error);
    }
}
