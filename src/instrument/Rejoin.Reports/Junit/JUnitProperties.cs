using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>What a run was made with, as properties of its suites.</summary>
internal static class JUnitProperties
{
    public static IEnumerable<(string Name, string Value)> Of(RunDocument run)
    {
        yield return ("rejoin.version", run.Tool);
        yield return ("rejoin.schema", run.Schema);
        yield return ("rejoin.verdict", VerdictSentence.Word(run));
        yield return ("rejoin.exitCode", Number(run.ExitCode));
        yield return ("rejoin.seed", run.Seed);
        yield return ("rejoin.rounds", Number(run.Rounds));
        if (run.Trial is { } trial)
        {
            yield return ("rejoin.trial", Number(trial));
        }

        if (run.Sabotage is { } sabotage)
        {
            yield return ("rejoin.sabotage", sabotage);
        }

        yield return ("rejoin.target", run.Target.Description);
        yield return ("rejoin.service", run.Target.Service);
        yield return ("rejoin.driver", run.Target.Driver);
        yield return ("rejoin.operatingSystem", run.Environment.OperatingSystem);
        yield return ("rejoin.architecture", run.Environment.Architecture);
        yield return ("rejoin.cores", Number(run.Environment.Cores));
        yield return ("rejoin.runtime", run.Environment.Runtime);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
