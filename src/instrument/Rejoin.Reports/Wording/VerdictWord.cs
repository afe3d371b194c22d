using Rejoin.Statistics;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>The look of a verdict: symbol, word and colour, so that none is needed to understand the others.</summary>
internal sealed record VerdictWord(string Symbol, string Word, Color Colour)
{
    public string Label => $"{Symbol} {Word}";

    public static VerdictWord Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => new VerdictWord("✓", "PASS", Color.Green),
        Verdict.Fail => new VerdictWord("✗", "FAIL", Color.Red),
        _ => new VerdictWord("?", "UNKNOWN", Color.Yellow),
    };
}
