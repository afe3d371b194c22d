using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What exit codes mean, in words.</summary>
internal static class ExitCodeText
{
    /// <summary>Codes of a command that judges.</summary>
    public static IReadOnlyList<int> OfJudgement { get; } =
        [ExitCodes.Pass, ExitCodes.Fail, ExitCodes.Unknown, ExitCodes.ObjectiveMissed, ExitCodes.Usage,
            ExitCodes.Internal];

    /// <summary>Every code, as the help shows it.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (ExitCodes.Pass, "pass, or done"),
        (ExitCodes.Fail, "a finding: something was otherwise than promised"),
        (ExitCodes.Unknown, "unknown: something that was promised could not be judged"),
        (ExitCodes.ObjectiveMissed, "an objective was missed"),
        (ExitCodes.Usage, "wrong use or configuration"),
        (ExitCodes.Internal, "an error of this tool"),
        (ExitCodes.Interrupted, "interrupted"),
    ];
}
