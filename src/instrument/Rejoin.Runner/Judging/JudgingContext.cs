using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>What trials are judged by, whether they were just carried out or come from files.</summary>
/// <param name="Contract">What the service promises.</param>
/// <param name="IsOneTrial">Whether one trial is repeated: what it does not exercise is then no fault.</param>
/// <param name="Replay">Command that repeats a trial of a scenario, or all of them without a number; null if there is
/// none.</param>
/// <param name="NameOf">Name of the file of a trial's history, as findings name it.</param>
internal sealed record JudgingContext(
    Contract Contract, bool IsOneTrial, Func<string, int?, string?> Replay, Func<TrialHeader, string> NameOf)
{
    /// <summary>Why a check of a sweep may be idle: what a sweep has to exercise are the points, and the conversation
    /// decides what they can show.</summary>
    public const string ConversationExcuse = "this conversation gives it nothing to judge";

    /// <summary>Why a check that nothing was given to is excused; null = it is not, and so unknown.</summary>
    public string? IdleExcuse { get; init; } = IsOneTrial ? "not exercised by this trial" : null;

    public static JudgingContext Of(RunOptions options) => new(
        options.Contract,
        options.OnlyTrial is not null,
        (scenario, trial) => ReplayCommand.Of(options, scenario, trial),
        header => RunFolder.HistoryName(header.Scenario, header.Trial));
}
