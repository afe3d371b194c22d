using Microsoft.Playwright;
using Rejoin.Browser.Tests.Browsing;
using Rejoin.Browser.Tests.Runs;

namespace Rejoin.Browser.Tests.Report;

public sealed class RenderingTests(SystemChromium chromium)
{
    [Fact]
    public async Task A_report_says_nothing_on_the_console_and_asks_for_nothing()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        await report.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(report.Complaints);
        Assert.Equal([new Uri(run.Report).AbsoluteUri], report.Requests);
    }

    [Fact]
    public async Task The_verdict_and_the_first_finding_are_on_the_first_screen()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        await Assertions.Expect(report.Page.Locator("h1")).ToContainTextAsync("FAIL");
        await Assertions.Expect(report.Page.Locator(".first")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(report.Page.Locator(".matrix")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Colours_follow_the_scheme_of_the_reader()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var light = await ReportPage.OpenAsync(chromium, run.Report);
        await using var dark = await ReportPage.OpenAsync(chromium, run.Report, scheme: ColorScheme.Dark);
        const string Brightness =
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b)";
        Assert.InRange(await light.EvaluateAsync<int>(Brightness), 700, 765);
        Assert.InRange(await dark.EvaluateAsync<int>(Brightness), 0, 100);
    }

    [Fact]
    public async Task Curves_and_intervals_are_drawn()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        await Assertions.Expect(report.Page.Locator(".ecdf")).ToHaveCountAsync(5);
        await Assertions.Expect(report.Page.Locator(".ecdf .curve")).ToHaveCountAsync(10);
        await Assertions.Expect(report.Page.Locator(".interval .dot")).ToHaveCountAsync(5);
        Assert.True(await report.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.ecdf .curve')].every(each => each.getBBox().width > 100)"));
    }

    [Fact]
    public async Task Pictures_are_kept()
    {
        using var failing = WrittenRun.Of(SampleRuns.Failing());
        using var passing = WrittenRun.Of(SampleRuns.Passing());
        foreach (var (name, file) in new[] { ("fail", failing.Report), ("pass", passing.Report) })
        {
            foreach (var width in new[] { 390, 1440 })
            {
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await using var report = await ReportPage.OpenAsync(chromium, file, width, scheme);
                    await report.KeepAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
                }
            }
        }

        Assert.Equal(20, Directory.GetFiles(ReportPage.Artifacts, "*-*-*-*.png").Length);
    }
}
