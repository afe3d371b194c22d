using Rejoin.Cli.Tests.Reports;
using Rejoin.Runner;

namespace Rejoin.Reports.Tests.Files;

public sealed class RunReportsTests
{
    [Fact]
    public void Every_file_of_a_folder_is_written_and_nothing_else()
    {
        using var folder = new SampleFolder(SampleRuns.Failing(), hasHistories: false);
        var before = Directory.EnumerateFileSystemEntries(folder.Folder.FullPath).Select(Path.GetFileName).ToList();
        var written = RunReports.WriteAll(folder.Source);
        Assert.Equal(
            RunReports.Formats.Select(format => format.FileName).OfType<string>(), written.Select(Path.GetFileName));
        Assert.Equal(
            before.Concat(written.Select(Path.GetFileName)).Order(),
            Directory.EnumerateFileSystemEntries(folder.Folder.FullPath).Select(Path.GetFileName).Order());
        Assert.All(written, file => Assert.Contains(
            Path.GetFileName(file)!, new[] { "report.html", "junit.xml", "summary.md" }));
    }

    [Fact]
    public void The_same_folder_gives_the_same_bytes()
    {
        using var folder = new SampleFolder(FiveScenarioRuns.Failing(), hasHistories: false);
        var first = RunReports.WriteAll(folder.Source).Select(File.ReadAllText).ToList();
        Assert.Equal(first, RunReports.WriteAll(ReportSource.Open(folder.Folder.FullPath)).Select(File.ReadAllText));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        using var folder = new SampleFolder(SampleRuns.Passing(), hasHistories: false);
        var error = Assert.Throws<RejoinException>(
            () => RunReports.WriteAll(folder.Source, folder.Folder.DocumentPath));
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains("--out", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_folder_lacks_is_said()
    {
        using var whole = new SampleFolder(SampleRuns.Repeated());
        Assert.Empty(whole.Source.Missing);
        File.Delete(whole.Folder.ContractPath);
        Directory.Delete(whole.Folder.PathOf("histories"), recursive: true);
        Assert.Equal(2, ReportSource.Open(whole.Folder.FullPath).Missing.Count);
        Assert.NotEmpty(RunReports.WriteAll(ReportSource.Open(whole.Folder.FullPath)));
    }
}
