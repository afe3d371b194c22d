namespace Rejoin.Cli.Tests.Check;

/// <summary>A run with findings, in the folder <c>out</c>.</summary>
public sealed class RecordedRun : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var run = await Tool.RunAsync(
            ["run", "--scenario", "history", "--sabotage", "lose-acked", "--rounds", "1", "--trials", "4", "--seed",
                "0x5EED", "--out", "out"],
            Folder.Path);
        Assert.True(run.ExitCode == 1, run.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
