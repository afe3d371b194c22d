using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>No paths that exist on one machine only.</summary>
internal sealed partial class MachinePathRule() : LineRule(
    "machine-path", MachinePath(), "a path from the repository's root, or a temporary folder that the code asks for",
    ".cs", ".csproj", ".props", ".slnx", ".md", ".json", ".jsonl", ".yaml", ".yml", ".txt", ".sh", "")
{
    [GeneratedRegex(@"(?<![\w.<~/$}-])/(work|tmp|root|home/\w+|Users/\w+)(?![\w-])|\b[A-Za-z]:\\{1,2}Users\\")]
    private static partial Regex MachinePath();
}
