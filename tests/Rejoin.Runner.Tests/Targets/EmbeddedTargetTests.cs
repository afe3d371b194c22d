namespace Rejoin.Runner.Tests.Targets;

public sealed class EmbeddedTargetTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("rejoin-test-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("exit 3")]
    [InlineData("echo 'this is no JSON'")]
    [InlineData("echo null")]
    public async Task A_service_that_does_not_become_ready_is_one_clear_error(string script)
    {
        var target = Target(script);

        var error = await Assert.ThrowsAsync<RejoinException>(() => target.StartAsync("history", 1,
            TestContext.Current.CancellationToken));

        Assert.Equal(70, error.ExitCode);
        Assert.Contains("history-1.log", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ready_service_ends_when_it_is_disposed_and_its_data_is_deleted()
    {
        var target = Target(
            """
            read hello
            echo '{"url":"ws://127.0.0.1:9/ws","http":"http://127.0.0.1:9","admin":"http://127.0.0.1:9"}'
            cat
            """);

        var instance = await target.StartAsync("history", 1, TestContext.Current.CancellationToken);
        Assert.Null(instance.Ended);
        await instance.DisposeAsync();

        Assert.False(Directory.Exists(Path.Combine(root, "data", "history-1")));
    }

    [Theory]
    [InlineData("echo 'no room on disk' >&2")]
    [InlineData("exec <&-; sleep 0.2; echo 'no room on disk' >&2")]
    [InlineData("exec >&-; read hello; sleep 0.2; echo 'no room on disk' >&2")]
    [InlineData("read hello; echo 'this is no JSON'; sleep 0.2; echo 'no room on disk' >&2")]
    public async Task What_a_service_that_does_not_start_says_on_standard_error_is_its_log(string script)
    {
        var target = Target(script);

        await Assert.ThrowsAsync<RejoinException>(
            () => target.StartAsync("history", 2, TestContext.Current.CancellationToken));

        Assert.Contains(
            "no room on disk",
            await File.ReadAllTextAsync(Path.Combine(root, "logs", "history-2.log"),
                TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private EmbeddedTarget Target(string script) => new(
        new EmbeddedCommand("/bin/sh", ["-c", script]), Path.Combine(root, "data"), Path.Combine(root, "logs"), null);
}
