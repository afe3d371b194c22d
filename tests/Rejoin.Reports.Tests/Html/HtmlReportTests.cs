using System.Globalization;
using System.Text.RegularExpressions;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports.Tests.Html;

public sealed partial class HtmlReportTests
{
    private const string Hostile = "</script><img src=//evil onerror=alert(1)>\u202E";

    [Fact]
    public void Texts_of_a_service_stay_texts()
    {
        var report = Report(Run(Hostile));
        Assert.DoesNotContain("<img", report, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', report);
        Assert.Equal(1, Regex.Count(report, "<script>"));
        Assert.Equal(1, Regex.Count(report, "</script>"));
    }

    [Fact]
    public void The_policy_allows_the_style_and_the_script_of_the_file_and_nothing_else()
    {
        var report = Report(Run("x"));
        var policy = Policy().Match(report).Groups["policy"].Value.Replace("&#39;", "'", StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; style-src {ReportAsset.Style.Source}; script-src {ReportAsset.Script.Source}; "
                + "base-uri 'none'; form-action 'none'", policy);
        Assert.Contains($"<script>{ReportAsset.Script.Content}</script>", report, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", report, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture_of_the_reader()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var invariant = Report(Run("x"));
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "minus";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(invariant, Report(Run("x")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_finding_without_its_history_says_why_there_is_no_timeline() =>
        Assert.Contains("No timeline: &#39;histories/history-0001.jsonl&#39; is not here.", Report(Run("x")),
            StringComparison.Ordinal);

    private static string Report(RunDocument run)
    {
        using var output = new StringWriter();
        HtmlReport.Write(output, run, [], new NoEvidence());
        return output.ToString();
    }

    private static RunDocument Run(string text) => new()
    {
        Tool = "0.1.0",
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        DurationMs = 14_234,
        Verdict = Verdict.Fail,
        ExitCode = ExitCodes.Fail,
        Interrupted = false,
        Seed = "0x5EED",
        Rounds = 5,
        Target = new TargetDocument
        {
            Description = text, Service = text, Driver = text, FreshProcessPerRound = false, Notes = [text],
        },
        Environment = new EnvironmentDocument("Linux", "X64", 2, 4_096, ".NET 10.0.0"),
        Scenarios =
        [
            new ScenarioDocument
            {
                Id = text, Verdict = Verdict.Fail, Trials = 1, Resumes = 1, Operations = 9,
                Cuts = new Dictionary<string, int> { [text] = 1 },
                Checks =
                [
                    new CheckDocument
                    {
                        Id = text, Name = text, Verdict = null, Opportunities = 0, Findings = 0, Reason = text,
                    },
                ],
                Objectives =
                [
                    new ObjectiveDocument
                    {
                        Id = text, Measure = text, Verdict = Verdict.Unknown, Limit = 1.5, Unit = text, Samples = 3,
                        Estimate = 0.25, Low = 0.125, High = 0.5, Reason = text,
                    },
                ],
                Estimates = [new EstimateDocument("resume-latency p50", 1.25, null, null, text, 3)],
                Distributions = [new DistributionDocument("resume-latency", text, 3, 1, [1.25, 2.5])],
            },
        ],
        Findings =
        [
            new FindingDocument
            {
                Id = text, Severity = "fail", Scenario = text, Trial = 1, Message = text, Hint = text,
                Evidence = ["histories/history-0001.jsonl:3"], Replay = text,
            },
        ],
    };

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"")]
    private static partial Regex Policy();
}
