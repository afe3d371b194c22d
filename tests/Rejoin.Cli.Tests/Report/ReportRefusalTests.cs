using System.Text.Json;
using System.Text.RegularExpressions;
using Rejoin.Cli.Tests.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Report;

/// <summary>What cannot be reported: the messages as they are, with line and key.</summary>
public sealed partial class ReportRefusalTests : IDisposable
{
    private static readonly string Document = RunFolder.Text(SampleRuns.Failing());
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_refusal_is_as_expected()
    {
        await File.WriteAllTextAsync(folder["file"], "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder["empty"]);
        Write("cut", Document[..900]);
        Write("newer", Document.Replace("rejoin.run/1", "rejoin.run/2", StringComparison.Ordinal));
        Write("kind", Document.Replace("\"rounds\": 5", "\"rounds\": \"five\"", StringComparison.Ordinal));
        Write("lacks", Document.Replace("\"seed\": \"0x5EED\",", "", StringComparison.Ordinal));
        Write("twice", Document.Replace("\"rounds\": 5", "\"rounds\": 5, \"rounds\": 6", StringComparison.Ordinal));
        Write("null", Document.Replace("\"findings\": [", "\"findings\": [null,", StringComparison.Ordinal));
        Write("word", Document.Replace("\"verdict\": \"fail\"", "\"verdict\": \"green\"", StringComparison.Ordinal));
        Write("text", "hello");
        Write("other", "{ \"name\": \"package\" }");
        Write("whole", Document);
        string[][] commands =
        [
            ["report", "nothing"], ["report", "file"], ["report", "empty"], ["report", ""], ["report", "cut"],
            ["report", "newer"], ["report", "kind"], ["report", "lacks"], ["report", "twice"], ["report", "null"],
            ["report", "word"], ["report", "text"], ["report", "other"],
            ["report", "whole", "--format", "pdf", "--format", "docx"],
            ["report", "whole", "--format", "junit", "--format", "html"],
            ["report", "whole", "--format", "junit", "--json"], ["report", "whole", "--out", "file"],
            ["report", "whole", "--out", ""], ["report", "whole", "--format", "json", "--out", "whole", "--force"],
            ["check", "whole"], ["check", "nothing", "empty"], ["check", "whole", "empty"],
        ];
        var before = folder.Content();
        var text = new List<string>();
        foreach (var command in commands)
        {
            var result = await Tool.RunAsync(command, folder.Path);
            Assert.True(result.ExitCode == 64, result.ToString());
            Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
            text.Add($"$ rejoin {string.Join(' ', command.Select(word => word.Length == 0 ? "''" : word))}\n"
                + string.Join('\n', result.Error.Replace(folder.Path, "<folder>", StringComparison.Ordinal)
                    .TrimEnd().Split('\n')) + "\n");
        }

        Assert.Equal(before, folder.Content());
        Snapshot.Matches("report-refusals", Version().Replace(string.Join('\n', text), "<version>"));
    }

    [Theory]
    [InlineData("report", "nothing", "--json")]
    [InlineData("check", "nothing", "--json")]
    [InlineData("check", "whole", "nothing", "--json")]
    [InlineData("run", "--target", "ws://127.0.0.1:1/ws", "--json")]
    [InlineData("run", "--rounds", "0", "--trials", "x", "--json")]
    [InlineData("report", "--json")]
    [InlineData("list", "--json", "nothing")]
    public async Task With_json_an_error_is_one_document_too(params string[] command)
    {
        Write("whole", Document);
        var result = await Tool.RunAsync(command, folder.Path);
        Assert.True(result.ExitCode == 64, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        var error = document.RootElement;
        Assert.Equal(
            ["schema", "exitCode", "message", "details", "hint"], error.EnumerateObject().Select(each => each.Name));
        Assert.Equal("rejoin.error/1", error.GetProperty("schema").GetString());
        Assert.Equal(64, error.GetProperty("exitCode").GetInt32());
        Assert.StartsWith($"error: {error.GetProperty("message")}\n", result.Error, StringComparison.Ordinal);
        Assert.EndsWith($"hint: {error.GetProperty("hint")}\n", result.Error, StringComparison.Ordinal);
        Assert.All(error.GetProperty("details").EnumerateArray(), each =>
            Assert.Contains($"\n  {each}\n", result.Error, StringComparison.Ordinal));
    }

    private void Write(string name, string document)
    {
        Directory.CreateDirectory(folder[name]);
        File.WriteAllText(folder[$"{name}/run.json"], document);
    }

    [GeneratedRegex(@"\b0\.\d+\.\d+\+[0-9a-f]{40}")]
    private static partial Regex Version();
}
