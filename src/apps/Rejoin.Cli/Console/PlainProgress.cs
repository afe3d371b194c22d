using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Progress for files and pipes: a line for each tenth of a scenario.</summary>
internal sealed class PlainProgress(TextWriter output) : IRunObserver
{
    private const int Lines = 10;
    private readonly Lock gate = new();
    private int total;
    private int done;
    private int resumes;
    private int findings;

    /// <inheritdoc/>
    public void ScenarioStarted(string scenario, int trials)
    {
        lock (gate)
        {
            (total, done, resumes, findings) = (trials, 0, 0, 0);
            output.WriteLine($"{scenario}: {Quantity.Count(trials, "trial")}");
        }
    }

    /// <inheritdoc/>
    public void RealWaitStarted(string scenario, TimeSpan longest) =>
        output.WriteLine($"{scenario}: {RealWait.Text(longest)}");

    /// <inheritdoc/>
    public void TrialEnded(string scenario, int trial, int resumes, int findings)
    {
        lock (gate)
        {
            done++;
            this.resumes += resumes;
            this.findings += findings;
            if (done * Lines / Math.Max(total, 1) != (done - 1) * Lines / Math.Max(total, 1) || done == total)
            {
                output.WriteLine(
                    $"{scenario}: {done}/{Quantity.Count(total, "trial")}, {Quantity.Count(this.resumes, "resume")}, "
                    + Quantity.Count(this.findings, "finding"));
            }
        }
    }
}
