namespace Rejoin.Runner;

/// <summary>The receiver of a run's progress; called from several threads.</summary>
public interface IRunObserver
{
    /// <summary>A scenario begins.</summary>
    void ScenarioStarted(string scenario, int trials);

    /// <summary>The service of a round is ready.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="round">Round, 1-based.</param>
    /// <param name="endpoint">WebSocket endpoint.</param>
    void ServiceStarted(string scenario, int round, Uri endpoint)
    {
    }

    /// <summary>A scenario waits in real time, because the clock of the target cannot be moved.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="longest">Longest wait; all waits are concurrent.</param>
    void RealWaitStarted(string scenario, TimeSpan longest)
    {
    }

    /// <summary>A trial ended.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="trial">Trial, 1-based.</param>
    /// <param name="resumes">Resumes of the trial that succeeded.</param>
    /// <param name="findings">Findings of the trial.</param>
    void TrialEnded(string scenario, int trial, int resumes, int findings);
}
