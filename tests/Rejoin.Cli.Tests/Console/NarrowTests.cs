using Rejoin.Cli.Tests.Reports;
using Rejoin.Reports;

namespace Rejoin.Cli.Tests;

/// <summary>Terminals of 40 and 60 columns: nothing but commands and names is wider.</summary>
public sealed class NarrowTests
{
    [Theory]
    [InlineData(40, "scenarios")]
    [InlineData(40, "checks")]
    [InlineData(40, "faults")]
    [InlineData(40, "sabotage")]
    [InlineData(60, "sabotage")]
    public async Task A_list_fits(int width, string list)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Entry.RunAsync(
            ["list", list], new Terminal { Output = output, Error = error, Width = width });
        Assert.Equal((0, string.Empty), (code, error.ToString()));
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void A_summary_fits(int width)
    {
        foreach (var run in new[]
        {
            SampleRuns.Passing(), SampleRuns.Failing(), SampleRuns.Missed(), SampleRuns.Unknown(),
        })
        {
            var output = new StringWriter();
            ConsoleReport.Write(output, run, "out", new ReportStyle(width, Colour: false));
            Assert.All(
                output.ToString().Split('\n').Where(line => !line.Contains("  repeat  ", StringComparison.Ordinal)),
                line => Assert.True(
                    line.Length <= width || !line.TrimStart().Contains(' ', StringComparison.Ordinal)
                        || line.TrimStart().Split("  ")[^1].Split(' ').Length == 1,
                    $"{line.Length} columns: {line}"));
        }
    }
}
