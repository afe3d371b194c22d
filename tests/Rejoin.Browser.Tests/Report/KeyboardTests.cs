using Microsoft.Playwright;
using Rejoin.Browser.Tests.Browsing;
using Rejoin.Browser.Tests.Runs;

namespace Rejoin.Browser.Tests.Report;

public sealed class KeyboardTests(SystemChromium chromium)
{
    private const string FocusName =
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent";

    [Fact]
    public async Task Tab_reaches_the_findings_first_and_the_matrix_is_one_stop()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        var names = new List<string>();
        for (var stop = 0; stop < 4; stop++)
        {
            await report.Page.Keyboard.PressAsync("Tab");
            names.Add(await report.EvaluateAsync<string>(FocusName));
        }

        Assert.Equal("Skip to the findings", names[0]);
        Assert.Equal("RJ101 lost", names[1]);
        Assert.Equal("RJ101 lost, history: fail, 110 findings", names[2]);
        Assert.DoesNotContain("RJ1", names[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrows_move_in_the_matrix_and_enter_opens_the_evidence_of_a_cell()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        await report.Page.Locator(".matrix a.fail").First.FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowRight");
        await report.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(
            "RJ102 duplicate-apply, agent-state: pass, judged 1200 times",
            await report.EvaluateAsync<string>(FocusName));

        var evidence = report.Page.Locator("#check-RJ102");
        await Assertions.Expect(evidence).Not.ToHaveAttributeAsync("open", "");
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(evidence).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(evidence).ToBeInViewportAsync();
        await Assertions.Expect(evidence.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Enter_on_a_failed_cell_leads_to_its_finding()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        await report.Page.Locator(".matrix a.fail").Nth(1).FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("#finding-2")).ToBeInViewportAsync();
        await Assertions.Expect(report.Page.Locator("#finding-2")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_trial_of_a_finding_opens_with_the_keyboard()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report);
        var trial = report.Page.Locator("#finding-2 details.trial");
        await trial.Locator("summary").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(trial).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(trial.Locator("li.evidence")).ToHaveCountAsync(3);
        await Assertions.Expect(trial.Locator("li.evidence").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_the_script_links_still_open_what_they_lead_to()
    {
        using var run = WrittenRun.Of(SampleRuns.Failing());
        await using var report = await ReportPage.OpenAsync(chromium, run.Report, isScripted: false);
        await report.Page.Locator(".matrix a.fail").First.ClickAsync();
        await Assertions.Expect(report.Page.Locator("#finding-1")).ToBeInViewportAsync();
        await Assertions.Expect(report.Page.Locator("#finding-1 li.evidence").First).ToBeVisibleAsync();
    }
}
