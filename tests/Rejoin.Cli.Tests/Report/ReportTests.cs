using System.Text.Json;
using System.Xml.Linq;
using Rejoin.Cli.Tests.Check;

namespace Rejoin.Cli.Tests.Report;

/// <summary>Reports of one recorded run, which no test changes.</summary>
public sealed class ReportTests(RecordedRun recorded) : IClassFixture<RecordedRun>
{
    private static readonly string[] Files = ["report.html", "junit.xml", "summary.md"];
    private readonly TemporaryFolder folder = recorded.Folder;

    [Fact]
    public async Task A_run_writes_what_a_report_writes_again_on_another_machine()
    {
        Assert.All(Files, file => Assert.True(File.Exists(folder[$"out/{file}"]), file));
        using var elsewhere = new TemporaryFolder();
        CopyFolder(folder["out"], elsewhere["moved"]);
        foreach (var file in Files)
        {
            File.Delete(elsewhere[$"moved/{file}"]);
        }

        var result = await Tool.RunAsync(["report", "moved"], elsewhere.Path);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(Files, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFileName));
        Assert.All(Files, file => Assert.Equal(
            File.ReadAllText(folder[$"out/{file}"]), File.ReadAllText(elsewhere[$"moved/{file}"])));
    }

    [Theory]
    [InlineData("junit", "junit.xml")]
    [InlineData("markdown", "summary.md")]
    [InlineData("html", "report.html")]
    [InlineData("json", "run.json")]
    public async Task One_format_goes_to_standard_output(string format, string file)
    {
        var before = folder.Content();
        var result = await Tool.RunAsync(["report", "out", "--format", format], folder.Path);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(File.ReadAllText(folder[$"out/{file}"]).TrimEnd('\n'), result.Output.TrimEnd('\n'));
        Assert.Equal(before, folder.Content());
    }

    [Fact]
    public async Task The_console_summary_is_that_of_the_run()
    {
        var result = await Tool.RunAsync(["report", "out", "--format", "console"], folder.Path);
        Assert.Contains("✗ FAIL: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("  repeat    rejoin run --scenario history --trial", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_formats_go_to_a_folder_and_replace_only_with_force()
    {
        string[] command =
        [
            "report", "out", "--format", "junit", "--format", "console", "--format", "json", "--out", "copies",
            "--json",
        ];
        var first = await Tool.RunAsync(command, folder.Path);
        Assert.True(first.ExitCode == 0, first.ToString());
        using var document = JsonDocument.Parse(first.Output);
        Assert.Equal("rejoin.report/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal("fail", document.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(
            ["junit copies/junit.xml", "console copies/summary.txt", "json copies/run.json"],
            document.RootElement.GetProperty("files").EnumerateArray()
                .Select(file => $"{file.GetProperty("format")} {file.GetProperty("path")}"));
        var second = await Tool.RunAsync(command[..^1], folder.Path);
        BadInput.Refusal.Is(second, "are there already; nothing was changed.", "--force");
        Assert.Equal(0, (await Tool.RunAsync([.. command, "--force"], folder.Path)).ExitCode);
    }

    [Fact]
    public async Task Results_name_the_finding_and_are_red()
    {
        var document = XDocument.Parse(await File.ReadAllTextAsync(
            folder["out/junit.xml"], TestContext.Current.CancellationToken));
        var failed = Assert.Single(document.Descendants("testcase"), each => each.Element("failure") is not null);
        Assert.Equal("RJ101 lost", failed.Attribute("name")!.Value);
        Assert.NotEqual("0.000", document.Descendants("testsuite").Last().Attribute("time")!.Value);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_folder_without_histories_is_reported_and_says_what_is_missing()
    {
        using var elsewhere = new TemporaryFolder();
        CopyFolder(folder["out"], elsewhere["moved"]);
        Directory.Delete(elsewhere["moved/histories"], recursive: true);
        var result = await Tool.RunAsync(["report", "moved", "--json"], elsewhere.Path);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.StartsWith("note: There are no histories in this folder: the 4 trials", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("There are no histories", File.ReadAllText(elsewhere["moved/summary.md"]),
            StringComparison.Ordinal);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Single(document.RootElement.GetProperty("missing").EnumerateArray());
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
