using Rejoin.Cli.Tests.Reports;

namespace Rejoin.Reports.Tests.Files;

public sealed class RecordedLinesTests
{
    [Fact]
    public void Lines_are_found_wherever_they_stand()
    {
        using var folder = new SampleFolder(SampleRuns.Repeated());
        var path = folder.Folder.PathOf("histories/long.jsonl");
        File.WriteAllText(path, $"first\n{new string('a', 70_000)}\n\n{new string('ä', 200)}\nlast");
        var read = RecordedLines.Read(
            folder.Folder, ["histories/long.jsonl:1", "histories/long.jsonl:2", "histories/long.jsonl:5",
                "histories/long.jsonl:6", "histories/long.jsonl:0"], 10, 20);
        Assert.Equal(["first", new string('a', 20), "last", null, null], read.Select(each => each.Text));
    }

    [Theory]
    [InlineData("../secret:1")]
    [InlineData("histories/../../secret:1")]
    [InlineData("/etc/hostname:1")]
    [InlineData("histories/link.jsonl:1")]
    [InlineData("histories:1")]
    [InlineData("")]
    [InlineData("run.json:1")]
    public void Nothing_but_a_history_is_opened(string evidence)
    {
        using var folder = new SampleFolder(SampleRuns.Repeated());
        File.CreateSymbolicLink(folder.Folder.PathOf("histories/link.jsonl"), folder.Folder.PathOf("../secret"));
        Assert.Equal([(evidence, null)], RecordedLines.Read(folder.Folder, [evidence], 10, 100));
    }
}
