using Rejoin.Checks;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Browser.Tests.Runs;

/// <summary>Documents of runs, made by hand.</summary>
internal static class SampleRuns
{
    private static readonly string[] Scenarios = ["history", "agent-state", "location", "repeated", "absence"];

    public static RunDocument Passing() => new()
    {
        Tool = "0.1.0",
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        DurationMs = 55_600,
        Verdict = Verdict.Pass,
        ExitCode = ExitCodes.Pass,
        Interrupted = false,
        Seed = "0x5EED",
        Rounds = 5,
        Target = new TargetDocument
        {
            Description = "embedded", Service = "rejoin-reference", Driver = "reference 0.1.0",
            FreshProcessPerRound = true, Notes = ["Limits per principal were raised and not part of this run."],
        },
        Environment = new EnvironmentDocument("Linux", "X64", 2, 4_096, ".NET 10.0.0"),
        Scenarios = [.. Scenarios.Select(Scenario)],
        Findings = [],
    };

    /// <summary>Two checks accuse, one objective is missed, one check is unknown, one is not judged.</summary>
    public static RunDocument Failing()
    {
        var run = Passing();
        return run with
        {
            Verdict = Verdict.Fail,
            ExitCode = ExitCodes.Fail,
            Sabotage = "lose-acked",
            Scenarios =
            [
                Judged(run.Scenarios[0], "RJ101", Verdict.Fail, 110, null),
                Judged(run.Scenarios[1], "RJ206", Verdict.Unknown, 0, "not exercised"),
                Judged(run.Scenarios[2], "RJ402", null, 0, "one principal only"),
                run.Scenarios[3],
                Judged(run.Scenarios[4], "RJ501", Verdict.Fail, 2, null) with
                {
                    Objectives = [run.Scenarios[4].Objectives[0] with
                    {
                        Verdict = Verdict.Fail, Estimate = 1_420, Low = 1_208, High = null, Reason = "above the limit",
                    }],
                },
            ],
            Findings =
            [
                .. Enumerable.Range(1, 20).Select(trial => Finding("RJ101", "history", trial)),
                Finding("RJ501", "absence", 4), Finding("RJ501", "absence", 9),
                Finding("RJ801", "absence", 1) with
                {
                    Severity = "objective", Trial = null, Evidence = [],
                    Message = "objective 'absence-restored' missed: resume-latency p95 is 1420 ms, limit 1000 ms.",
                },
            ],
        };
    }

    public static FindingDocument Finding(string id, string scenario, int trial) => new()
    {
        Id = id,
        Severity = "fail",
        Scenario = scenario,
        Trial = trial,
        Message = "message 's1-m3' was acknowledged and is missing from the last read of the history "
            + "(no read ever showed it)",
        Hint = "The ack was sent before the message was durable, or a resume dropped it: look at the write that "
            + "precedes the ack.",
        Evidence = [.. new[] { 37, 40, 80 }.Select(line =>
            FormattableString.Invariant($"{RunFolder.HistoryName(scenario, trial)}:{line}"))],
        Replay = FormattableString.Invariant($"rejoin run --scenario {scenario} --trial {trial} --seed 0x5EED"),
    };

    private static DistributionDocument Distribution(string id, double leastMs, double divisor) =>
        DistributionDocument.Of(
            id, "ms", [.. Enumerable.Range(1, 236).Select(number => leastMs + (number * number / divisor))])!;

    private static ScenarioDocument Judged(
        ScenarioDocument scenario, string check, Verdict? verdict, int findings, string? reason) => scenario with
    {
        Verdict = verdict ?? Verdict.Pass,
        Checks = [.. scenario.Checks.Select(each => each.Id != check ? each : each with
        {
            Verdict = verdict, Findings = findings, Reason = reason,
        })],
    };

    private static ScenarioDocument Scenario(string id, int at) => new()
    {
        Id = id,
        Verdict = Verdict.Pass,
        Trials = 120,
        Resumes = 236,
        Operations = 4_812,
        Cuts = new Dictionary<string, int> { ["fin"] = 50, ["rst"] = 48, ["close-1012"] = 44 },
        Checks = [.. CheckCatalogue.All.Where(check => check.Check is not null && check.IsUsedBy(id))
            .Select(check => new CheckDocument
            {
                Id = check.Id, Name = check.Name, Verdict = Verdict.Pass, Opportunities = 1_200, Findings = 0,
            })],
        Objectives =
        [
            new ObjectiveDocument
            {
                Id = $"{id}-restored", Measure = "resume-latency p95", Check = "RJ801", Verdict = Verdict.Pass,
                Estimate = 21.3 * (at + 1), Low = 18, High = 130, Confidence = 0.95, Limit = 1_000, Unit = "ms",
                Samples = 236, Rounds = 5,
            },
        ],
        Estimates =
        [
            new EstimateDocument("resume-latency p50", 8.4, null, null, "ms", 236),
            new EstimateDocument("resume-latency p95", 21.3, null, null, "ms", 236),
        ],
        Distributions =
        [
            Distribution("resume-latency", 2, 900), Distribution("cut-to-restored", 9, 500),
        ],
    };
}
