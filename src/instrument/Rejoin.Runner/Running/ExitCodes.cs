using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>Exit codes of the command.</summary>
public static class ExitCodes
{
    /// <summary>Everything that was judged passes.</summary>
    public const int Pass = 0;

    /// <summary>There is a finding of severity fail.</summary>
    public const int Fail = 1;

    /// <summary>Something that was promised could not be judged.</summary>
    public const int Unknown = 2;

    /// <summary>An objective was missed.</summary>
    public const int ObjectiveMissed = 3;

    /// <summary>Wrong use or configuration.</summary>
    public const int Usage = 64;

    /// <summary>An error of our own.</summary>
    public const int Internal = 70;

    /// <summary>Stopped by the user.</summary>
    public const int Interrupted = 130;

    internal static int Of(Verdict verdict, IReadOnlyList<FindingDocument> findings) => verdict switch
    {
        Verdict.Pass => Pass,
        _ when findings.Any(finding => finding.Severity == "fail") => Fail,
        Verdict.Fail => ObjectiveMissed,
        _ => Unknown,
    };
}
