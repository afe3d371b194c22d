using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>No progress at all.</summary>
internal sealed class SilentProgress : IRunObserver
{
    /// <inheritdoc/>
    public void ScenarioStarted(string scenario, int trials)
    {
    }

    /// <inheritdoc/>
    public void TrialEnded(string scenario, int trial, int resumes, int findings)
    {
    }
}
