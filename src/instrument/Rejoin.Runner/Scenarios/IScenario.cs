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

    /// <summary>Sessions of a trial, by label and label of their principal.</summary>
    /// <param name="principals">Distinct principals at hand; 0 = as many as wanted.</param>
    IReadOnlyList<(string Session, string Principal)> Sessions(int principals);

    /// <summary>Carries one trial out; everything worth judging goes into the history.</summary>
    Task RunAsync(TrialContext trial, CancellationToken cancellation);
}
