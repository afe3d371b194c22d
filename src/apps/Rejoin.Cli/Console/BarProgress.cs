using Rejoin.Reports;
using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Cli;

/// <summary>Progress for a terminal: one bar per scenario, gone when the work is done.</summary>
/// <param name="bars">Where to.</param>
/// <param name="time">Clock of the estimate of the time left.</param>
internal sealed class BarProgress(ProgressContext bars, TimeProvider time) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly TimeLeft left = new(time);
    private ProgressTask? bar;
    private int resumes;
    private int findings;

    /// <inheritdoc/>
    public void ScenarioStarted(string scenario, int trials)
    {
        lock (gate)
        {
            (resumes, findings) = (0, 0);
            left.Begin(trials);
            bar = bars.AddTask(Text(scenario), maxValue: trials);
        }
    }

    /// <inheritdoc/>
    public void RealWaitStarted(string scenario, TimeSpan longest)
    {
        lock (gate)
        {
            left.Wait();
            bar!.Description = Markup.Escape($"{scenario}: {RealWait.Text(longest)}");
        }
    }

    /// <inheritdoc/>
    public void TrialEnded(string scenario, int trial, int resumes, int findings)
    {
        lock (gate)
        {
            this.resumes += resumes;
            this.findings += findings;
            left.Ended();
            bar!.Description = Text(scenario);
            bar.Increment(1);
        }
    }

    private string Text(string scenario)
    {
        string[] parts =
        [
            $"{scenario} {Quantity.Count(resumes, "resume")}", Quantity.Count(findings, "finding"), left.Text(),
        ];
        return Markup.Escape(string.Join(", ", parts.Where(part => part.Length > 0)));
    }
}
