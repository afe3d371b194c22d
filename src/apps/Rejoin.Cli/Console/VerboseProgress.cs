using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Progress for a person who looks for a cause: a line for each trial, with the faults that it met.</summary>
/// <param name="output">Where to.</param>
/// <param name="folder">Run folder: a trial's history is there when the trial has ended.</param>
/// <param name="time">Clock.</param>
internal sealed class VerboseProgress(TextWriter output, RunFolder folder, TimeProvider time) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly TimeLeft left = new(time);
    private int total;
    private int done;

    /// <inheritdoc/>
    public void ScenarioStarted(string scenario, int trials)
    {
        lock (gate)
        {
            (total, done) = (trials, 0);
            left.Begin(trials);
            output.WriteLine($"{scenario}: {Quantity.Count(trials, "trial")}");
        }
    }

    /// <inheritdoc/>
    public void ServiceStarted(string scenario, int round, Uri endpoint) =>
        output.WriteLine($"{scenario} round {round}: service {endpoint.GetLeftPart(UriPartial.Path)}");

    /// <inheritdoc/>
    public void RealWaitStarted(string scenario, TimeSpan longest)
    {
        lock (gate)
        {
            left.Wait();
            output.WriteLine($"{scenario}: {RealWait.Text(longest)}");
        }
    }

    /// <inheritdoc/>
    public void TrialEnded(string scenario, int trial, int resumes, int findings)
    {
        var faults = TrialFaults.Of(folder.PathOf(RunFolder.HistoryName(scenario, trial)));
        lock (gate)
        {
            done++;
            left.Ended();
            string[] parts =
            [
                $"{scenario} trial {trial}: {Quantity.Count(resumes, "resume")}", Quantity.Count(findings, "finding"),
                faults, $"{done}/{total}", left.Text(),
            ];
            output.WriteLine(string.Join(", ", parts.Where(part => part.Length > 0)));
        }
    }
}
