using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>No folded-away code.</summary>
internal sealed partial class RegionRule() : LineRule("region", Region(), "a smaller type or file", ".cs")
{
    [GeneratedRegex(@"^\s*#\s*region\b.*")]
    private static partial Regex Region();
}
