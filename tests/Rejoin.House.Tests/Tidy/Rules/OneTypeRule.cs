using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>One type per file; nested ones, and those that only this file can see, belong to it.</summary>
internal sealed partial class OneTypeRule : ITidyRule
{
    /// <inheritdoc/>
    public string Name => "one-type";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".cs")
        {
            yield break;
        }

        var isFirst = true;
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var match = Declaration().Match(file.Lines[i]);
            if (match.Success && !isFirst)
            {
                yield return new(file.Path, i + 1, $"'{match.Groups["name"].Value}' is another type in this file",
                    "a file of its own");
            }

            isFirst &= !match.Success;
        }
    }

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|abstract|static|partial|readonly|ref|unsafe)\s+)*"
        + @"(?:class|record(?:\s+(?:struct|class))?|struct|interface|enum|delegate\s+[\w<>?\[\]]+)\s+(?<name>\w+)")]
    private static partial Regex Declaration();
}
