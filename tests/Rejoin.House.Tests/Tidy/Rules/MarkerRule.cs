using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>No notes of unfinished work.</summary>
internal sealed partial class MarkerRule() : LineRule(
    "marker", Words(), "a finished line, or an entry in the tracker",
    ".cs", ".csproj", ".props", ".slnx", ".md", ".yaml", ".yml", ".sh", "")
{
    // In pieces, so that this file does not accuse itself.
    [GeneratedRegex(@"\b(TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Words();
}
