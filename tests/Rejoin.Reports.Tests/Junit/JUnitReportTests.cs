using System.Globalization;
using System.Xml.Linq;
using Rejoin.Cli.Tests.Reports;
using Rejoin.Reports.Tests.Files;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports.Tests.Junit;

public sealed class JUnitReportTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_keep_the_schema(string name) =>
        Assert.Empty(JUnitSchema.Problems(Text(Samples.All[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_are_red_exactly_if_the_exit_code_is_not_0(string name)
    {
        var run = Samples.All[name];
        var document = XDocument.Parse(Text(run));
        var red = document.Descendants().Count(each => each.Name.LocalName is "failure" or "error");
        Assert.Equal(run.ExitCode != 0, red > 0);
        Assert.Equal(red, document.Descendants("testsuite").Sum(
            suite => Number(suite, "failures") + Number(suite, "errors")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_are_those_of_the_cases(string name)
    {
        foreach (var suite in XDocument.Parse(Text(Samples.All[name])).Descendants("testsuite"))
        {
            var cases = suite.Elements("testcase").ToList();
            Assert.Equal(Number(suite, "tests"), cases.Count);
            foreach (var (count, element) in new[]
            {
                ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
            })
            {
                Assert.Equal(Number(suite, count), cases.Count(each => each.Element(element) is not null));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_has_a_bounded_size(string name)
    {
        var document = XDocument.Parse(Text(Samples.All[name]));
        Assert.All(document.Descendants().Where(each => each.Name.LocalName is "failure" or "error"), each =>
            Assert.InRange(each.Value.Length, 1, JUnitReport.TextCharactersAtMost + 100));
        Assert.All(document.Descendants().Attributes("message"), each =>
            Assert.InRange(each.Value.Length, 1, JUnitReport.MessageCharactersAtMost + 50));
    }

    [Fact]
    public void A_scenario_is_a_suite_with_its_checks_and_objectives()
    {
        var run = FiveScenarioRuns.Passing();
        var suites = XDocument.Parse(Text(run)).Descendants("testsuite").ToList();
        Assert.Equal(["run", .. run.Scenarios.Select(scenario => scenario.Id)], suites.Select(Name));
        Assert.All(run.Scenarios.Zip(suites.Skip(1)), pair => Assert.Equal(
            ["trials carried out", .. pair.First.Checks.Select(check => $"{check.Id} {check.Name}"),
                .. pair.First.Objectives.Select(objective => $"objective {objective.Id}")],
            pair.Second.Elements("testcase").Select(Name)));
    }

    [Fact]
    public void A_finding_is_a_failure_with_evidence_and_the_command_that_repeats_it()
    {
        var failure = Case(SampleRuns.Failing(), "RJ101 lost").Element("failure")!;
        Assert.StartsWith("3 findings, the first: messages 119–121", failure.Attribute("message")!.Value,
            StringComparison.Ordinal);
        Assert.Contains(
            "\n  evidence: histories/history-0017.jsonl:41,43-45\n", failure.Value, StringComparison.Ordinal);
        Assert.Contains(
            "\n  repeat: rejoin run --scenario history --trial 17 --seed 0x5EED --sabotage lose-acked\n", failure.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_that_are_left_out_are_counted() =>
        Assert.Contains("\n45 more: see run.json", Case(Samples.Markup(), "RJ101 lost").Element("failure")!.Value,
            StringComparison.Ordinal);

    [Fact]
    public void An_objective_that_was_missed_is_a_failure_with_value_and_limit()
    {
        var failure = Case(SampleRuns.Missed(), "objective history-restored").Element("failure")!;
        Assert.Equal("objective", failure.Attribute("type")!.Value);
        Assert.Equal(
            "resume-latency p95: 1420 [1208, –] ms, limit 1000 ms", failure.Attribute("message")!.Value);
        Assert.Contains("resume-latency p95 is 1420 ms", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_is_an_error_and_not_judged_is_skipped_each_with_its_reason()
    {
        var run = SampleRuns.Unknown();
        Assert.Equal(
            "unknown: not exercised: no trial gave it anything to judge",
            Case(run, "RJ103 gap").Element("error")!.Attribute("message")!.Value);
        Assert.Equal(
            "not judged: one principal only",
            Case(run, "RJ402 principal-leak").Element("skipped")!.Attribute("message")!.Value);
    }

    [Fact]
    public void A_run_that_says_pass_and_was_interrupted_is_red()
    {
        var run = SampleRuns.Passing() with { Interrupted = true, Verdict = Verdict.Unknown, ExitCode = 130 };
        Assert.Equal("interrupted", Case(run, "completed").Element("error")!.Attribute("type")!.Value);
    }

    [Fact]
    public void A_trial_that_broke_is_red() =>
        Assert.Contains("5 trials not carried out to the end, the first: trial 49: the service at",
            Case(SampleRuns.Gone(), "trials carried out").Element("error")!.Attribute("message")!.Value,
            StringComparison.Ordinal);

    [Fact]
    public void Times_properties_and_host_are_those_of_the_run()
    {
        var run = SampleRuns.Failing();
        run = run with { Scenarios = [run.Scenarios[0] with { DurationMs = 12_345 }] };
        var suite = XDocument.Parse(Text(run)).Descendants("testsuite").Last();
        Assert.Equal(("12.345", "2026-01-02T03:04:05", "localhost"),
            (suite.Attribute("time")!.Value, suite.Attribute("timestamp")!.Value, suite.Attribute("hostname")!.Value));
        var properties = suite.Descendants("property").ToDictionary(Name, each => each.Attribute("value")!.Value);
        Assert.Equal("0x5EED", properties["rejoin.seed"]);
        Assert.Equal("lose-acked", properties["rejoin.sabotage"]);
        Assert.Equal("embedded", properties["rejoin.target"]);
        Assert.Equal("0.1.0", properties["rejoin.version"]);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var expected = Text(FiveScenarioRuns.Missed());
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "−";
        comma.DateTimeFormat.TimeSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, Text(FiveScenarioRuns.Missed()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_schema_finds_what_is_wrong()
    {
        var text = Text(SampleRuns.Failing());
        foreach (var (right, wrong) in new[]
        {
            ("tests=\"6\"", "tests=\"many\""), (" time=\"0.000\"", " time=\"0,000\""), ("<failure ", "<failing "),
            (" hostname=\"localhost\"", ""),
        })
        {
            Assert.NotEqual(text, text.Replace(right, wrong, StringComparison.Ordinal));
            Assert.NotEmpty(JUnitSchema.Problems(text.Replace(right, wrong, StringComparison.Ordinal)
                .Replace("</failure>", wrong == "<failing " ? "</failing>" : "</failure>", StringComparison.Ordinal)));
        }
    }

    private static string Text(RunDocument run) => SampleFolder.Text(run, JUnitReport.Write);

    private static XElement Case(RunDocument run, string name) =>
        XDocument.Parse(Text(run)).Descendants("testcase").First(each => Name(each) == name);

    private static string Name(XElement element) => element.Attribute("name")!.Value;

    private static int Number(XElement element, string name) =>
        int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
