using Rejoin.Checks;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Reports;

/// <summary>Documents of runs over five scenarios, made by hand.</summary>
internal static class FiveScenarioRuns
{
    public static RunDocument Passing() => SampleRuns.Passing() with
    {
        DurationMs = 48_702,
        Scenarios =
        [
            Scenario("history", 236, 23, 8.43, 21.3, Latency("history-restored", "resume-latency p95", 1_000)),
            Scenario("agent-state", 212, 26, 9.1, 23.8),
            Scenario("location", 4_012, 27, 3.4321, 9.12, new ObjectiveDocument
            {
                Id = "same-from-elsewhere", Measure = "resume-latency-ratio p50", Verdict = Verdict.Pass,
                Estimate = 1.0123, Low = 0.99, High = 1.031, Limit = 1.1, Unit = "×", Samples = 2_000,
            }),
            Scenario(
                "repeated", 2_000, 26, 3.91, 11.04,
                Share("no-failed-resume", "resume-success", 100, 99.8, null, 100) with
                {
                    Direction = LimitDirection.Above,
                },
                Share("heap-steady", "heap-growth", 0.412, -1.3, 2.1, 5),
                Share("latency-steady", "latency-drift", 0.02, -0.11, 0.152, 2)),
            Scenario(
                "absence", 90, 25, 4.4, 12.5,
                Latency("brief-restored", "resume-latency p95 brief", 500),
                Latency("medium-restored", "resume-latency p95 medium", 2_000),
                Share("medium-context", "context-restored medium", 100, 97.2, null, 95) with
                {
                    Direction = LimitDirection.Above,
                }),
        ],
    };

    /// <summary>Two checks fail, one of them in two scenarios, and an objective is missed.</summary>
    public static RunDocument Failing()
    {
        var run = Passing();
        var lost = SampleRuns.Failing().Findings;
        var missed = run.Scenarios[3].Objectives[1] with
        {
            Verdict = Verdict.Fail, Estimate = 12.3, Low = 8.4, High = null,
        };
        return run with
        {
            Verdict = Verdict.Fail,
            ExitCode = ExitCodes.Fail,
            Scenarios =
            [
                Failed(run.Scenarios[0], ("RJ101", "lost", 3)),
                run.Scenarios[1],
                run.Scenarios[2] with { Checks = [.. run.Scenarios[2].Checks, OnePrincipal()] },
                run.Scenarios[3] with
                {
                    Verdict = Verdict.Fail,
                    Checks = [.. run.Scenarios[3].Checks, OnePrincipal()],
                    Objectives = [run.Scenarios[3].Objectives[0], missed, run.Scenarios[3].Objectives[2]],
                },
                Failed(run.Scenarios[4], ("RJ101", "lost", 1), ("RJ501", "accepted-after-expiry", 1)),
            ],
            Findings =
            [
                .. lost,
                lost[0] with
                {
                    Scenario = "absence", Trial = 4, Evidence = ["histories/absence-0004.jsonl:12"],
                    Replay = "rejoin run --scenario absence --trial 4 --seed 0x5EED",
                },
                new FindingDocument
                {
                    Id = "RJ501", Severity = "fail", Scenario = "absence", Trial = 9,
                    Message = "session 's1' was resumed after 360 s of absence, and the window is 300 s.",
                    Hint = "Look at what removes expired sessions, and at the clock that it asks.",
                    Evidence = ["histories/absence-0009.jsonl:30"],
                    Replay = "rejoin run --scenario absence --trial 9 --seed 0x5EED",
                },
                new FindingDocument
                {
                    Id = "RJ804", Severity = "objective", Scenario = "repeated",
                    Message = "objective 'heap-steady' missed: heap-growth 12.3 % [8.4, –] %, limit 5 %.",
                    Hint = "Look at what each attach keeps.", Evidence = [],
                    Replay = "rejoin run --scenario repeated --seed 0x5EED",
                },
            ],
        };
    }

    /// <summary>An objective is missed, and nothing else is wrong.</summary>
    public static RunDocument Missed()
    {
        var run = Passing();
        var failing = Failing();
        return run with
        {
            Verdict = Verdict.Fail,
            ExitCode = ExitCodes.ObjectiveMissed,
            Scenarios = [.. run.Scenarios.Take(3), failing.Scenarios[3] with { Checks = run.Scenarios[3].Checks },
                run.Scenarios[4]],
            Findings = [failing.Findings[^1]],
        };
    }

    /// <summary>One round: too little for every objective, and one check without an opportunity in two
    /// scenarios.</summary>
    public static RunDocument Unknown()
    {
        var run = Passing();
        return run with
        {
            Verdict = Verdict.Unknown,
            ExitCode = ExitCodes.Unknown,
            Rounds = 1,
            Scenarios = [.. run.Scenarios.Select((scenario, at) => scenario with
            {
                Verdict = scenario.Objectives.Count > 0 || at < 2 ? Verdict.Unknown : Verdict.Pass,
                Objectives = [.. scenario.Objectives.Select(objective => objective with
                {
                    Verdict = Verdict.Unknown, Low = null, High = null, Estimate = null, Samples = 0,
                    Reason = "1 of at least 5 rounds",
                })],
                Checks = at >= 2 ? scenario.Checks : [.. scenario.Checks,
                    SampleRuns.Check("RJ103", "gap", Verdict.Unknown) with { Reason = "not exercised" }],
            })],
        };
    }

    /// <summary>Stopped in the third scenario.</summary>
    public static RunDocument Interrupted()
    {
        var run = Passing();
        return run with
        {
            Verdict = Verdict.Unknown,
            ExitCode = ExitCodes.Interrupted,
            Interrupted = true,
            Scenarios =
            [
                .. run.Scenarios.Take(2),
                run.Scenarios[2] with
                {
                    Verdict = Verdict.Unknown, Resumes = 401, Trials = 11,
                    BrokenTrials = [new(9, "the run was interrupted"), new(11, "the run was interrupted")],
                    Objectives = [run.Scenarios[2].Objectives[0] with
                    {
                        Verdict = Verdict.Unknown, Low = null, High = null, Reason = "2 of at least 5 rounds",
                    }],
                },
            ],
        };
    }

    private static ScenarioDocument Scenario(
        string id, int resumes, int checks, double p50, double p95, params ObjectiveDocument[] objectives) => new()
    {
        Id = id,
        Verdict = Verdict.Pass,
        Trials = 120,
        Resumes = resumes,
        Operations = 4_812,
        Cuts = new Dictionary<string, int> { ["fin"] = resumes },
        Checks = [.. Enumerable.Range(0, checks).Select(at => SampleRuns.Check($"RJ{900 + at}", "x", Verdict.Pass))],
        Objectives = objectives,
        Estimates =
        [
            new EstimateDocument("resume-latency p50", p50, null, null, "ms", resumes),
            new EstimateDocument("resume-latency p95", p95, null, null, "ms", resumes),
        ],
    };

    private static ObjectiveDocument Latency(string id, string measure, double limitMs) => new()
    {
        Id = id, Measure = measure, Verdict = Verdict.Pass, Estimate = 21.34, Low = 18.02, High = 30.9,
        Limit = limitMs, Unit = "ms", Samples = 236,
    };

    private static ObjectiveDocument Share(
        string id, string measure, double estimate, double low, double? high, double limit) => new()
    {
        Id = id, Measure = measure, Verdict = Verdict.Pass, Estimate = estimate, Low = low, High = high,
        Limit = limit, Unit = "%", Samples = 400,
    };

    private static ScenarioDocument Failed(
        ScenarioDocument scenario, params (string Id, string Name, int Findings)[] checks) => scenario with
    {
        Verdict = Verdict.Fail,
        Checks =
        [
            .. checks.Select(check => SampleRuns.Check(check.Id, check.Name, Verdict.Fail) with
            {
                Findings = check.Findings,
            }),
            .. scenario.Checks.Skip(checks.Length),
        ],
    };

    private static CheckDocument OnePrincipal() =>
        SampleRuns.Check("RJ402", "cross-principal-leak", null) with { Reason = "one principal only" };
}
