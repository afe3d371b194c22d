using Microsoft.Extensions.Time.Testing;
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
        var progress = new PlainProgress(output, new FakeTimeProvider());
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
    public void A_line_tells_the_time_left_once_there_is_a_pace()
    {
        var (output, time) = (new StringWriter(), new FakeTimeProvider());
        var progress = new PlainProgress(output, time);
        progress.ScenarioStarted("history", 20);
        for (var trial = 1; trial <= 20; trial++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            progress.TrialEnded("history", trial, resumes: 1, findings: 0);
        }

        var written = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("history: 4/20 trials, 4 resumes, 0 findings", written[2]);
        Assert.Equal("history: 6/20 trials, 6 resumes, 0 findings, about 14 s left", written[3]);
        Assert.Equal("history: 20/20 trials, 20 resumes, 0 findings", written[^1]);
    }

    [Fact]
    public void A_wait_in_real_time_is_announced_with_its_length()
    {
        var output = new StringWriter();
        new PlainProgress(output, new FakeTimeProvider()).RealWaitStarted("absence", TimeSpan.FromMinutes(6));
        Assert.StartsWith("absence: waits up to 360 s in real time", output.ToString(), StringComparison.Ordinal);
    }
}
