using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>No static state that can change: neither fields nor properties with a setter.</summary>
/// <remarks>What two trials or two tests share, one can spoil for the other.</remarks>
internal sealed partial class StaticStateRule() : LineRule(
    "static-state", Mutable(), "readonly, or an instance that is handed over", ".cs")
{
    [GeneratedRegex(
        @"^\s*(?:\[ThreadStatic\]\s*)?(?:(?:public|internal|private|protected|new)\s+)*static\s+(?:volatile\s+)?"
        + @"(?!readonly\b|partial\b|class\b|record\b|struct\b|interface\b|delegate\b|abstract\b|virtual\b|async\b)"
        + @"[\w<>\[\],.?: ]+?\s+\w+\s*(?:;|=(?![=>])|\{[^}]*\bset\b)")]
    private static partial Regex Mutable();
}
