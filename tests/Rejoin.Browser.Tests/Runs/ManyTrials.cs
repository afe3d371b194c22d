using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Browser.Tests.Runs;

/// <summary>A run of ten thousand trials in which nearly everything went wrong.</summary>
internal static class ManyTrials
{
    public const int Trials = 10_000;
    private const int ListedOfACheck = 20;

    public static RunDocument Failing()
    {
        var run = SampleRuns.Passing();
        return run with
        {
            Verdict = Verdict.Fail,
            ExitCode = ExitCodes.Fail,
            Scenarios = [.. run.Scenarios.Select(Broken)],
            Findings =
            [
                .. from scenario in run.Scenarios
                   from check in scenario.Checks
                   from number in Enumerable.Range(0, ListedOfACheck)
                   select SampleRuns.Finding(check.Id, scenario.Id, 1 + (number * 97)),
            ],
        };
    }

    private static ScenarioDocument Broken(ScenarioDocument scenario) => scenario with
    {
        Verdict = Verdict.Fail,
        Trials = Trials / 5,
        Checks = [.. scenario.Checks.Select(check => check with { Verdict = Verdict.Fail, Findings = Trials / 5 })],
        Objectives =
        [
            .. scenario.Objectives.Select(each => each with { Verdict = Verdict.Unknown, Reason = "unclear" }),
        ],
        BrokenTrials = [.. Enumerable.Range(1, Trials / 5).Select(trial => new BrokenTrialDocument(
            trial, $"the service stopped answering for the {trial}th time"))],
    };
}
