using Rejoin.Cli.Tests.Reports;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports.Tests.Files;

/// <summary>Documents of every kind of outcome, and one of a service that would like to be read as markup.</summary>
internal static class Samples
{
    public static IReadOnlyDictionary<string, RunDocument> All { get; } = new Dictionary<string, RunDocument>
    {
        ["pass"] = SampleRuns.Passing(),
        ["fail"] = SampleRuns.Failing(),
        ["missed"] = SampleRuns.Missed(),
        ["unknown"] = SampleRuns.Unknown(),
        ["interrupted"] = SampleRuns.Interrupted(),
        ["hostile"] = SampleRuns.Hostile(),
        ["gone"] = SampleRuns.Gone(),
        ["repeated"] = SampleRuns.Repeated(),
        ["five-pass"] = FiveScenarioRuns.Passing(),
        ["five-fail"] = FiveScenarioRuns.Failing(),
        ["five-missed"] = FiveScenarioRuns.Missed(),
        ["five-unknown"] = FiveScenarioRuns.Unknown(),
        ["five-interrupted"] = FiveScenarioRuns.Interrupted(),
        ["markup"] = Markup(),
        ["empty"] = SampleRuns.Passing() with
        {
            Scenarios = [], Verdict = Verdict.Unknown, ExitCode = ExitCodes.Unknown,
        },
        ["unexplained"] = SampleRuns.Passing() with { Verdict = Verdict.Unknown, ExitCode = ExitCodes.Unknown },
    };

    /// <summary>Texts that XML 1.0 cannot hold, that are markup, or that are too long.</summary>
    public static RunDocument Markup()
    {
        const string Text = "<script>alert(1)</script> ]]> &amp; <!-- ![x](https://evil.example/a.png) @team #12 $x$ "
            + "| a | b |\n## PASS\r\n```\n</details></pre>\u0000\u0001\u001b[2J\uFFFE\uFFFF \uD800 half \U0001F600 "
            + "\u202Eevil\u2066 www.evil.example";
        var run = SampleRuns.Failing();
        return run with
        {
            Tool = "0.1.0 <b>",
            Sabotage = "``x`` \u0007",
            Target = run.Target with { Description = Text, Service = "| name |", Notes = [Text] },
            Scenarios =
            [
                run.Scenarios[0] with
                {
                    Id = "history  \" <x>",
                    Checks = [SampleRuns.Check("RJ101", "lost", Verdict.Fail) with { Findings = 50 },
                        SampleRuns.Check("RJ102", Text, null) with { Reason = Text }],
                },
            ],
            Findings =
            [
                .. Enumerable.Range(1, 50).Select(trial => run.Findings[0] with
                {
                    Scenario = "history  \" <x>",
                    Trial = trial,
                    Message = Text + new string('x', 5_000),
                    Hint = Text,
                    Evidence = [$"../../secret:{trial}", $"histories/../../secret:{trial}", "histories/none.jsonl:3"],
                    Replay = "rejoin run `whoami`\n```\n# not a title",
                }),
            ],
        };
    }
}
