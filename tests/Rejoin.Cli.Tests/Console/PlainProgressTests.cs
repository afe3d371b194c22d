using Rejoin.Reports;

namespace Rejoin.Cli.Tests;

public sealed class PlainProgressTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(120, 10)]
    [InlineData(5_000, 10)]
    public void There_is_a_line_for_each_tenth_and_one_at_the_end(int trials, int lines)
    {
        var output = new StringWriter();
        var progress = new PlainProgress(output);
        progress.ScenarioStarted("history", trials);
        for (var trial = 1; trial <= trials; trial++)
        {
            progress.TrialEnded("history", trial, resumes: 2, findings: 0);
        }

        var written = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines + 1, written.Length);
        Assert.Equal($"history: {Quantity.Count(trials, "trial")}", written[0]);
        Assert.Equal(
            $"history: {trials}/{Quantity.Count(trials, "trial")}, {2 * trials} resumes, 0 findings", written[^1]);
    }

    [Fact]
    public void A_wait_in_real_time_is_announced_with_its_length()
    {
        var output = new StringWriter();
        new PlainProgress(output).RealWaitStarted("absence", TimeSpan.FromMinutes(6));
        Assert.StartsWith("absence: waits up to 360 s in real time", output.ToString(), StringComparison.Ordinal);
    }
}
