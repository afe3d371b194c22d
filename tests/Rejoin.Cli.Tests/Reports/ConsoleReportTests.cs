using System.Globalization;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Reports;

public sealed class ConsoleReportTests
{
    private static readonly ReportStyle Wide = ReportStyle.Plain;
    private static readonly ReportStyle Eighty = new(80, Colour: false);
    private static readonly ReportStyle Narrow = new(60, Colour: false);
    private static readonly ReportStyle Coloured = new(100, Colour: true);

    [Fact]
    public void A_pass_is_short() => Snapshot.Matches("pass", Text(SampleRuns.Passing(), Wide));

    [Fact]
    public void A_finding_shows_evidence_and_the_command_that_repeats_it() =>
        Snapshot.Matches("fail", Text(SampleRuns.Failing(), Wide));

    [Fact]
    public void Sixty_columns_are_enough() => Snapshot.Matches("fail-60", Text(SampleRuns.Failing(), Narrow));

    [Fact]
    public void A_missed_objective_is_called_so() => Snapshot.Matches("missed", Text(SampleRuns.Missed(), Wide));

    [Fact]
    public void Unknown_says_why_and_groups_equal_reasons() =>
        Snapshot.Matches("unknown", Text(SampleRuns.Unknown(), Wide));

    [Fact]
    public void An_interrupted_run_is_called_so() =>
        Snapshot.Matches("interrupted", Text(SampleRuns.Interrupted(), Wide));

    [Fact]
    public void A_service_that_went_away_is_named() => Snapshot.Matches("gone", Text(SampleRuns.Gone(), Eighty));

    [Fact]
    public void Five_scenarios_are_a_line_each() =>
        Snapshot.Matches("five-pass", Text(FiveScenarioRuns.Passing(), Eighty));

    [Fact]
    public void Findings_of_five_scenarios_are_grouped_by_check_and_scenario() =>
        Snapshot.Matches("five-fail", Text(FiveScenarioRuns.Failing(), Eighty));

    [Fact]
    public void A_missed_objective_of_one_of_five_scenarios_is_in_red_and_explained() =>
        Snapshot.Matches("five-missed", Text(FiveScenarioRuns.Missed(), Eighty));

    [Fact]
    public void What_five_scenarios_leave_open_is_grouped_by_reason() =>
        Snapshot.Matches("five-unknown", Text(FiveScenarioRuns.Unknown(), Eighty));

    [Fact]
    public void An_interrupted_run_shows_the_scenarios_that_it_began() =>
        Snapshot.Matches("five-interrupted", Text(FiveScenarioRuns.Interrupted(), Eighty));

    [Fact]
    public void A_repeat_says_what_fired_and_that_it_reproduced_nothing()
    {
        var output = new StringWriter();
        ConsoleReport.Write(output, SampleRuns.Repeated(), "out", Eighty,
            ["fired: session s1: fin at connection 1, s2c, frame 7, payload:3"]);
        Snapshot.Matches("repeat", output.ToString());
    }

    [Fact]
    public void Colours_are_on_verdicts_findings_and_commands() =>
        Snapshot.Matches("fail-coloured", Text(SampleRuns.Failing(), Coloured).Replace('\u001b', '␛'));

    [Fact]
    public void Texts_of_a_service_cannot_steer_the_terminal()
    {
        var text = Text(SampleRuns.Hostile(), Wide);
        Snapshot.Matches("hostile", text);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("RJ000", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "−";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            Snapshot.Matches("pass", Text(SampleRuns.Passing(), Wide));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    public void No_sentence_is_wider_than_the_terminal(int width)
    {
        foreach (var run in new[] { SampleRuns.Passing(), SampleRuns.Failing(), SampleRuns.Missed(),
            SampleRuns.Unknown(), SampleRuns.Gone(), FiveScenarioRuns.Passing(), FiveScenarioRuns.Failing(),
            FiveScenarioRuns.Missed(), FiveScenarioRuns.Unknown(), FiveScenarioRuns.Interrupted() })
        {
            Assert.DoesNotContain(
                Text(run, new ReportStyle(width, Colour: false)).Split('\n'),
                line => line.Length > width
                    && !line.StartsWith("  repeat", StringComparison.Ordinal)
                    && !line.StartsWith("  evidence", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_line_ends_with_a_space() =>
        Assert.DoesNotContain(
            Text(SampleRuns.Unknown(), Narrow).Split('\n'), line => line.EndsWith(' '));

    [Fact]
    public void The_last_line_has_verdict_folder_and_seed()
    {
        var output = new StringWriter();
        ConsoleReport.WriteVerdict(output, SampleRuns.Failing(), "out", Wide);
        Assert.Equal(
            "✗ FAIL: 3 findings of RJ101. Run folder out, seed 0x5EED, sabotage lose-acked, 14.2 "
                + "s.\n", output.ToString());
        Assert.EndsWith(output.ToString(), Text(SampleRuns.Failing(), Wide), StringComparison.Ordinal);
    }

    private static string Text(RunDocument run, ReportStyle style)
    {
        var output = new StringWriter();
        ConsoleReport.Write(output, run, "out", style);
        return output.ToString();
    }
}
