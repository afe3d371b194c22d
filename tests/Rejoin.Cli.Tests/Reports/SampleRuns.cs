using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Reports;

/// <summary>Documents as runs write them, made by hand.</summary>
internal static class SampleRuns
{
    public static RunDocument Passing() => new()
    {
        Tool = "0.1.0",
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        DurationMs = 14_234,
        Verdict = Verdict.Pass,
        ExitCode = ExitCodes.Pass,
        Interrupted = false,
        Seed = "0x5EED",
        Rounds = 5,
        Target = new TargetDocument
        {
            Description = "embedded",
            Service = "rejoin-reference",
            Driver = "reference 0.1.0",
            FreshProcessPerRound = true,
        },
        Environment = new EnvironmentDocument("Linux", "X64", 2, 4_096, ".NET 10.0.0"),
        Scenarios = [History(Verdict.Pass, Checks())],
        Findings = [],
    };

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
                History(Verdict.Fail, [Check("RJ101", "lost", Verdict.Fail) with { Findings = 3 }, .. Checks()[1..]])
                    with { Reason = "RJ101 lost: 3 findings" },
            ],
            Findings = [Lost(17, "s-17"), Lost(18, "s-18"), Lost(40, "s-40")],
        };
    }

    public static RunDocument Missed()
    {
        var run = Passing();
        var scenario = run.Scenarios[0];
        return run with
        {
            Verdict = Verdict.Fail,
            ExitCode = ExitCodes.ObjectiveMissed,
            Scenarios =
            [
                scenario with
                {
                    Verdict = Verdict.Fail,
                    Reason = "objective 'history-restored' missed: above the limit with confidence 0.95",
                    Objectives = [scenario.Objectives[0] with
                    {
                        Verdict = Verdict.Fail, Estimate = 1_420.4, Low = 1_208.1, High = null,
                    }],
                },
            ],
            Findings =
            [
                new FindingDocument
                {
                    Id = "RJ801",
                    Severity = "objective",
                    Scenario = "history",
                    Message = "resume-latency p95 is 1420 ms, limit 1000 ms (236 samples, 5 rounds).",
                    Hint = "Compare cut-to-restored and the slowest trials in run.json.",
                    Evidence = [],
                },
            ],
        };
    }

    public static RunDocument Unknown()
    {
        var run = Passing();
        var scenario = run.Scenarios[0];
        return run with
        {
            Verdict = Verdict.Unknown,
            ExitCode = ExitCodes.Unknown,
            Rounds = 1,
            Target = run.Target with
            {
                Description = "url ws://127.0.0.1:5000/ws",
                FreshProcessPerRound = false,
                Notes = ["One access token: leaks between principals were not judged."],
            },
            Scenarios =
            [
                scenario with
                {
                    Verdict = Verdict.Unknown,
                    Reason = "objective 'history-restored': too few rounds: 1, at least 5 are needed",
                    Trials = 1,
                    Resumes = 1,
                    Cuts = new Dictionary<string, int> { ["fin"] = 1 },
                    Checks =
                    [
                        .. Checks(),
                        Check("RJ402", "principal-leak", null) with { Reason = "one principal only" },
                        Check("RJ103", "gap", Verdict.Unknown) with { Reason = "not exercised: no trial gave it "
                            + "anything to judge" },
                        Check("RJ115", "timestamps", Verdict.Unknown) with { Reason = "not exercised: no trial "
                            + "gave it anything to judge" },
                    ],
                    Objectives = [scenario.Objectives[0] with
                    {
                        Verdict = Verdict.Unknown, Estimate = null, Low = null, High = null, Samples = 1,
                        Reason = "too few rounds: 1, at least 5 are needed",
                    }],
                    Estimates = [],
                },
            ],
        };
    }

    public static RunDocument Interrupted() => Failing() with
    {
        Interrupted = true, ExitCode = ExitCodes.Interrupted, Sabotage = null,
    };

    /// <summary>A run whose texts come from a service that would like to rewrite the screen.</summary>
    public static RunDocument Hostile()
    {
        var run = Failing();
        return run with
        {
            Findings = [run.Findings[0] with
            {
                Message = "message '\u001b[2J\u001b]0;owned\u0007\u202Egnp.exe [red]not markup[/]\r\nRJ000: "
                    + "PASS' was lost.",
            }],
        };
    }

    /// <summary>A run against a service that went away.</summary>
    public static RunDocument Gone()
    {
        var run = Unknown();
        const string Reason = "the service at ws://127.0.0.1:5000/ws stopped answering";
        return run with
        {
            Scenarios =
            [
                run.Scenarios[0] with
                {
                    BrokenTrials = [.. new[] { 49, 50, 51, 52, 60 }.Select(trial =>
                        new BrokenTrialDocument(trial, Reason))],
                },
                run.Scenarios[0] with
                {
                    Id = "location", Trials = 0, Resumes = 0, Reason = "no trial was carried out", Estimates = [],
                },
            ],
        };
    }

    /// <summary>One trial that was repeated and found nothing.</summary>
    public static RunDocument Repeated()
    {
        var run = Passing();
        return run with
        {
            Trial = 17,
            Scenarios =
            [
                run.Scenarios[0] with
                {
                    Trials = 1,
                    Resumes = 2,
                    Objectives = [run.Scenarios[0].Objectives[0] with
                    {
                        Verdict = null, Reason = "one trial says nothing about rounds",
                    }],
                },
            ],
        };
    }

    private static ScenarioDocument History(Verdict verdict, IReadOnlyList<CheckDocument> checks) => new()
    {
        Id = "history",
        Verdict = verdict,
        Trials = 120,
        Resumes = 236,
        Operations = 4_812,
        Cuts = new Dictionary<string, int>
        {
            ["rst"] = 48, ["fin"] = 50, ["half-open-service-lost"] = 46, ["close-1001"] = 44, ["close-1011"] = 48,
        },
        Checks = checks,
        Objectives =
        [
            new ObjectiveDocument
            {
                Id = "history-restored",
                Measure = "resume-latency p95",
                Verdict = Verdict.Pass,
                Estimate = 21.34,
                Low = 18.02,
                High = 30.9,
                Confidence = 0.95,
                Limit = 1_000,
                Unit = "ms",
                Samples = 236,
                DesignEffect = 1.2,
            },
        ],
        Estimates =
        [
            new EstimateDocument("resume-latency p50", 8.4321, null, null, "ms", 236),
            new EstimateDocument("resume-latency p95", 21.34, null, null, "ms", 236),
            new EstimateDocument("cut-to-restored p50", 31.7, null, null, "ms", 230),
        ],
    };

    internal static List<CheckDocument> Checks() =>
    [
        Check("RJ101", "lost", Verdict.Pass),
        Check("RJ102", "duplicate-apply", Verdict.Pass),
        Check("RJ201", "history", Verdict.Pass),
        Check("RJ116", "degraded", null) with { Reason = "the contract does not promise it" },
    ];

    internal static CheckDocument Check(string id, string name, Verdict? verdict) => new()
    {
        Id = id, Name = name, Verdict = verdict, Opportunities = 1_200, Findings = 0,
    };

    private static FindingDocument Lost(int trial, string session) => new()
    {
        Id = "RJ101",
        Severity = "fail",
        Scenario = "history",
        Trial = trial,
        Message = "messages 119–121 were acknowledged and never came back after the resume (session "
            + $"'{session}', connection 4).",
        Hint = "Look at the injection before the resume, and whether the ack was sent before the commit.",
        Evidence =
        [
            $"histories/history-{trial:0000}.jsonl:41",
            $"histories/history-{trial:0000}.jsonl:43",
            $"histories/history-{trial:0000}.jsonl:44",
            $"histories/history-{trial:0000}.jsonl:45",
        ],
        Replay = $"rejoin run --scenario history --trial {trial} --seed 0x5EED --sabotage lose-acked",
    };
}
