using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>What a run folder should hold and does not.</summary>
internal static class MissingFiles
{
    public static IReadOnlyList<string> Of(RunDocument run, RunFolder folder)
    {
        var missing = new List<string>();
        var recorded = run.Scenarios.Sum(scenario => scenario.Sweep?.Histories ?? scenario.Trials);
        var found = folder.Histories().Count;
        if (found < recorded)
        {
            missing.Add(found == 0
                ? $"There are no histories in this folder: the {Quantity.Count(recorded, "trial")} of the run cannot "
                    + "be looked at or judged again."
                : $"{recorded - found} of {(recorded == 1 ? "1 history" : $"{recorded} histories")} "
                    + $"{(recorded - found == 1 ? "is" : "are")} not in this folder.");
        }

        if (!File.Exists(folder.ContractPath))
        {
            missing.Add("There is no contract.yaml in this folder: what was promised cannot be looked up.");
        }

        return missing;
    }
}
