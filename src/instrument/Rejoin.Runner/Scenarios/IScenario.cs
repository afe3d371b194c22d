using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>A conversation with fault plans and the checks and objectives that judge it.</summary>
internal interface IScenario
{
    /// <summary>Id, as commands and run folders name it.</summary>
    string Id { get; }

    /// <summary>What it does: one sentence.</summary>
    string Summary { get; }

    /// <summary>Trials of one round unless a command says otherwise.</summary>
    int TrialsPerRound { get; }

    /// <summary>Time after which a trial is given up, absences aside.</summary>
    TimeSpan LongestTrial => TimeSpan.FromMinutes(1);

    /// <summary>Longest time for which a trial waits on purpose if the service's clock cannot be moved; zero = it does
    /// not.</summary>
    TimeSpan LongestAbsence(ContractWindows windows) => TimeSpan.Zero;

    /// <summary>Whether a trial reads counts of the whole service process: no other may run beside it.</summary>
    bool OwnsService => false;

    /// <summary>Whether every trial says the same, to the byte: canaries of a session are then the same in
    /// all.</summary>
    bool HasOneText => false;

    /// <summary>Ids of the checks that judge a trial; null = those that name the scenario.</summary>
    IReadOnlyList<string>? Checks => null;

    /// <summary>Operations without which it cannot be carried out.</summary>
    IReadOnlyList<Operation> Needs =>
        [Operation.Connect, Operation.Resume, Operation.Drop, Operation.Say, Operation.History];

    /// <summary>Sessions of a trial, by label and label of their principal.</summary>
    /// <param name="trial">Trial, 1-based.</param>
    /// <param name="principals">Distinct principals at hand; 0 = as many as wanted.</param>
    IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals);

    /// <summary>Carries one trial out; everything worth judging goes into the history.</summary>
    Task RunAsync(TrialContext trial, CancellationToken cancellation);
}
