using Microsoft.Playwright;
using Rejoin.Browser.Tests.Browsing;
using Rejoin.Browser.Tests.Runs;

namespace Rejoin.Browser.Tests.Report;

public sealed class ReadabilityTests(SystemChromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Print)]
    public async Task Every_text_has_the_contrast_of_AA(ColorScheme scheme, Media media)
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report, scheme: scheme);
        await report.Page.EmulateMediaAsync(new() { Media = media });
        await report.Page.EvaluateAsync("""
            document.querySelectorAll('details').forEach(each => each.open = true)
            """);
        var pairs = await report.EvaluateAsync<ContrastPair[]>(
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "Browsing", "contrast.js"),
                TestContext.Current.CancellationToken));
        Assert.True(pairs.Length >= 10, $"only {pairs.Length} pairs were seen");
        Assert.DoesNotContain(pairs, pair => pair.Ratio < pair.Needed);
    }

    [Fact]
    public async Task Everything_that_can_be_used_has_a_name_and_drawings_are_silent()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        Assert.Empty(await report.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a, summary, section, article')].filter(each => {
                const by = each.getAttribute('aria-labelledby');
                const name = each.getAttribute('aria-label')
                    ?? (by ? document.getElementById(by)?.textContent : each.textContent);
                return !name || !name.trim();
            }).map(each => each.outerHTML.slice(0, 120))
            """));
        Assert.Equal(0, await report.Page.Locator("svg:not([aria-hidden=true])").CountAsync());
        Assert.Empty(await report.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a[href^="#"]')].map(each => each.hash.slice(1))
                .filter(id => !document.getElementById(id))
            """));
        Assert.True(await report.EvaluateAsync<bool>("""
            new Set([...document.querySelectorAll('[id]')].map(each => each.id)).size
                === document.querySelectorAll('[id]').length
            """));
    }

    [Fact]
    public async Task A_screen_reader_finds_a_table_with_rows_and_heads()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        foreach (var width in new[] { 390, 1440 })
        {
            await using var report = await ReportPage.OpenAsync(chromium, run.Report, width);
            await Assertions.Expect(report.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(1);
            await Assertions.Expect(report.Page.GetByRole(AriaRole.Rowheader, new() { Name = "history: fail" }))
                .ToHaveCountAsync(1);
            await Assertions.Expect(report.Page.GetByRole(AriaRole.Link,
                new() { Name = "RJ101 lost, history: fail, 110 findings" })).ToHaveCountAsync(1);
            await Assertions.Expect(report.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        }
    }
}
