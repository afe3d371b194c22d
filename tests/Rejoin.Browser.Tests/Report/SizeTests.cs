using Microsoft.Playwright;
using Rejoin.Browser.Tests.Browsing;
using Rejoin.Browser.Tests.Runs;

namespace Rejoin.Browser.Tests.Report;

public sealed class SizeTests(SystemChromium chromium, ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_thousand_trials_make_a_report_of_bounded_size()
    {
        using var run = WrittenRun.Of(ManyTrials.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        var nodes = await report.EvaluateAsync<int>("document.querySelectorAll('*').length");
        var bytes = new FileInfo(run.Report).Length;
        var loadedMs = await report.EvaluateAsync<double>(
            "performance.getEntriesByType('navigation')[0].loadEventEnd");
        output.WriteLine(FormattableString.Invariant(
            $"{nodes} elements, {bytes} bytes, load event after {loadedMs:0} ms"));
        Assert.InRange(nodes, 2_000, 15_000);
        Assert.InRange(bytes, 100_000, 1_000_000);
        Assert.Equal(12, await report.Page.Locator(".timeline").CountAsync());
        await Assertions.Expect(report.Page.Locator("#findings > .says").Last)
            .ToContainTextAsync("more kinds of findings are in run.json");
        await Assertions.Expect(report.Page.Locator("#not-judged > .says").Nth(1))
            .ToContainTextAsync("more are in run.json");
    }
}
