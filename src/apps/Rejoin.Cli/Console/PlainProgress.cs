using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Progress for files and pipes: a line for each tenth of a scenario.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">Clock of the estimate of the time left.</param>
internal sealed class PlainProgress(TextWriter output, TimeProvider time) : IRunObserver
{
    private const int Lines = 10;
    private readonly Lock gate = new();
    private readonly TimeLeft left = new(time);
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
            left.Begin(trials);
            output.WriteLine($"{scenario}: {Quantity.Count(trials, "trial")}");
        }
    }

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
        lock (gate)
        {
            done++;
            left.Ended();
            this.resumes += resumes;
            this.findings += findings;
            if (done * Lines / Math.Max(total, 1) != (done - 1) * Lines / Math.Max(total, 1) || done == total)
            {
                string[] parts =
                [
                    $"{done}/{Quantity.Count(total, "trial")}", Quantity.Count(this.resumes, "resume"),
                    Quantity.Count(this.findings, "finding"), left.Text(),
                ];
                output.WriteLine($"{scenario}: {string.Join(", ", parts.Where(part => part.Length > 0))}");
            }
        }
    }
}
