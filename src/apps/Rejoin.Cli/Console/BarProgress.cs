using Rejoin.Reports;
using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Cli;

/// <summary>Progress for a terminal: one bar per scenario, gone when the work is done.</summary>
internal sealed class BarProgress(ProgressContext bars) : IRunObserver
{
    private readonly Lock gate = new();
    private ProgressTask? bar;
    private int resumes;
    private int findings;

    /// <inheritdoc/>
    public void ScenarioStarted(string scenario, int trials)
    {
        lock (gate)
        {
            (resumes, findings) = (0, 0);
            bar = bars.AddTask(Text(scenario), maxValue: trials);
        }
    }

    /// <inheritdoc/>
    public void RealWaitStarted(string scenario, TimeSpan longest)
    {
        lock (gate)
        {
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
            bar!.Description = Text(scenario);
            bar.Increment(1);
        }
    }

    private string Text(string scenario) => Markup.Escape(
        $"{scenario} {Quantity.Count(resumes, "resume")}, {Quantity.Count(findings, "finding")}");
}
