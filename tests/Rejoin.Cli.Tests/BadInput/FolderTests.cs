namespace Rejoin.Cli.Tests.BadInput;

/// <summary>Folders that cannot be used: one message, exit 64, nothing overwritten.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("run", "--force")]
    public async Task A_folder_with_other_things_is_left_alone(params string[] command)
    {
        Directory.CreateDirectory(folder["mine"]);
        await WriteAsync("mine/thesis.txt", "irreplaceable");
        await RefusedAsync(
            "The folder 'mine' holds something that is not a run; nothing was changed.", "--out",
            [.. command, "--out", "mine"]);
    }

    [Fact]
    public async Task A_run_is_not_replaced_without_force()
    {
        Directory.CreateDirectory(folder["out/histories"]);
        await WriteAsync("out/run.json", "{}");
        await RefusedAsync(
            "The folder 'out' holds a run already; nothing was changed.", "--force", "run", "--out", "out");
    }

    [Fact]
    public async Task A_run_is_not_replaced_when_something_else_is_wrong()
    {
        Directory.CreateDirectory(folder["out/histories"]);
        await WriteAsync("out/run.json", "{}");
        await RefusedAsync(
            "There is no access token", "REJOIN_TOKEN",
            "run", "--out", "out", "--force", "--target", "ws://127.0.0.1:9/ws");
    }

    [Fact]
    public async Task A_file_is_not_a_folder()
    {
        await WriteAsync("out", "a file");
        await RefusedAsync("'out' is a file, not a folder.", "--out", "run", "--out", "out");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        await WriteAsync("file", "a file");
        await RefusedAsync("The folder 'file/out' cannot be written", "--out", "run", "--out", "file/out");
    }

    [Fact]
    public async Task A_folder_without_histories_cannot_be_checked()
    {
        await WriteAsync("notes.txt", "hello");
        await RefusedAsync("'.' is not a run folder, and holds no history (*.jsonl).", "latest", "check", ".");
    }

    [Fact]
    public async Task A_broken_run_document_is_told_with_its_place()
    {
        Directory.CreateDirectory(folder["out/histories"]);
        await WriteAsync("out/run.json", "{ \"schema\": ");
        await RefusedAsync("run.json' is cut off at line 1", "restore", "check", "out");
    }

    [Fact]
    public async Task Corrupt_histories_are_told_with_every_error()
    {
        await WriteAsync("one.jsonl", "{\"index\":1,\"timeNs\":0,\"type\":\"trial\"}\nnot json\n");
        await WriteAsync("two.jsonl", "");
        await RefusedAsync("Not every history can be read:", "history.md", "check", ".");
        var result = await Tool.RunAsync(["check", "."], folder.Path);
        Assert.Contains("one.jsonl:1: has no 'trial'", result.Error, StringComparison.Ordinal);
        Assert.Contains("one.jsonl:2: is not a history line", result.Error, StringComparison.Ordinal);
        Assert.Contains("two.jsonl: is empty", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        await using var server = FakeServer.NotHttp();
        var result = await Tool.RunAsync(["serve", "--dev", "--port", $"{server.Port}"], folder.Path);
        Refusal.Is(result, $"{server.Port}", "port");
    }

    [Fact]
    public async Task A_data_folder_in_use_is_told()
    {
        await using var service = await DevService.StartAsync(folder["data"]);
        var result = await Tool.RunAsync(["serve", "--dev", "--data", "data"], folder.Path);
        Refusal.Is(result, "The data folder 'data' is held by another server", "another folder");
    }

    private Task WriteAsync(string name, string content) =>
        File.WriteAllTextAsync(folder[name], content, TestContext.Current.CancellationToken);

    private async Task RefusedAsync(string message, string hint, params string[] arguments)
    {
        var before = folder.Content();
        var result = await Tool.RunAsync(arguments, folder.Path);
        Refusal.Is(result, message, hint);
        Assert.Equal(before, folder.Content());
    }
}
