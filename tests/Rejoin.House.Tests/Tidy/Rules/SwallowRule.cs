using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>No exception vanishes: an empty handler needs one exact type and a comment that says why.</summary>
internal sealed partial class SwallowRule : ITidyRule
{
    /// <inheritdoc/>
    public string Name => "swallow";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".cs")
        {
            yield break;
        }

        foreach (Match match in EmptyHandler().Matches(file.Text))
        {
            var everything = !match.Groups["when"].Success && match.Groups["type"].Value is "" or "Exception";
            if (everything || match.Groups["comment"].Value.Length == 0)
            {
                yield return new(file.Path, file.LineAt(match.Index), "an exception is swallowed",
                    "a handler that acts, or the exact type and a comment that says why nothing is to do");
            }
        }
    }

    [GeneratedRegex(
        @"\bcatch\b\s*(?:\(\s*(?:System\.)?(?<type>[\w.]+)[^)]*\))?\s*"
        + @"(?<when>when\s*\((?>[^()]+|\((?:[^()]|\([^()]*\))*\))*\))?"
        + @"\s*\{(?<comment>(?:\s*//[^\n]*|\s*/\*.*?\*/)*)\s*\}",
        RegexOptions.Singleline)]
    private static partial Regex EmptyHandler();
}
