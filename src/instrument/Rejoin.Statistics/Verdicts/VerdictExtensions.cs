namespace Rejoin.Statistics;

/// <summary>Arithmetic of verdicts.</summary>
public static class VerdictExtensions
{
    /// <summary>The worse of two verdicts: fail beats unknown beats pass.</summary>
    public static Verdict And(this Verdict left, Verdict right) => left > right ? left : right;

    /// <summary>The worst of several verdicts; unknown for none, since nothing was judged.</summary>
    public static Verdict Worst(this IEnumerable<Verdict> verdicts) =>
        verdicts.DefaultIfEmpty(Verdict.Unknown).Max();
}
