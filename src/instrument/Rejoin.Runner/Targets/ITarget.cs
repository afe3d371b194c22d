namespace Rejoin.Runner;

/// <summary>How a run reaches a service.</summary>
public interface ITarget
{
    /// <summary>Kind and place in words, such as <c>embedded</c> or <c>url ws://127.0.0.1:5000/ws</c>.</summary>
    string Description { get; }

    /// <summary>Whether every round has a service process, folder and ports of its own.</summary>
    bool FreshProcessPerRound { get; }

    /// <summary>Whether the clock of the service can be moved, so that absences take no real time.</summary>
    bool CanMoveTime { get; }

    /// <summary>Distinct principals that a trial may use; 0 = as many as it likes.</summary>
    int Principals { get; }

    /// <summary>What the numbers of a run do not cover, and limits that were raised; one sentence each.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>A service that is ready for one round.</summary>
    /// <param name="scenario">Scenario that the round belongs to.</param>
    /// <param name="round">Round, 1-based.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RejoinException">The service cannot be reached or started.</exception>
    Task<ITargetInstance> StartAsync(string scenario, int round, CancellationToken cancellation);
}
