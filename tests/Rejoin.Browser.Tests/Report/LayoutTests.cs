using Microsoft.Playwright;
using Rejoin.Browser.Tests.Browsing;
using Rejoin.Browser.Tests.Runs;

namespace Rejoin.Browser.Tests.Report;

public sealed class LayoutTests(SystemChromium chromium)
{
    private const string Overflow = """
        [...document.querySelectorAll('body *')].filter(each => !each.closest('.spoken, .skip, .marks, svg')
            && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(each => each.tagName + '.' + each.className).slice(0, 5)
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1139)]
    [InlineData(1140)]
    [InlineData(1440)]
    [InlineData(2560)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report, width);
        await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        Assert.Empty(await report.EvaluateAsync<string[]>(Overflow));
        Assert.False(await report.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task A_finger_can_hit_every_cell_of_the_matrix_on_a_phone()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report, 390);
        Assert.True(await report.EvaluateAsync<bool>("""
            [...document.querySelectorAll('.matrix a')].map(each => each.getBoundingClientRect())
                .every(box => box.width >= 24 && box.height >= 24)
            """));
    }

    [Fact]
    public async Task Print_is_light_and_opens_everything()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report, scheme: ColorScheme.Dark);
        await report.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await report.Page.Locator("details:not([open])").CountAsync());
        await report.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.NotEqual(0, await report.Page.Locator("details:not([open])").CountAsync());

        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)",
            await report.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        var pdf = await report.Page.PdfAsync(new() { Format = "A4" });
        Directory.CreateDirectory(ReportPage.Artifacts);
        await File.WriteAllBytesAsync(
            Path.Combine(ReportPage.Artifacts, "print.pdf"), pdf, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }
}
