using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The look of a verdict on a page: symbol, word and class, so that none is needed to understand the
/// others.</summary>
internal sealed record VerdictLook(string Symbol, string Word, string Class)
{
    public static VerdictLook Of(Verdict? verdict) => verdict switch
    {
        Verdict.Pass => new VerdictLook("✓", "pass", "pass"),
        Verdict.Fail => new VerdictLook("✗", "fail", "fail"),
        Verdict.Unknown => new VerdictLook("?", "unknown", "unknown"),
        _ => new VerdictLook("·", "not judged", "none"),
    };
}
