using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>A rule that one pattern finds, line by line.</summary>
internal abstract class LineRule(string name, Regex pattern, string use, params string[] extensions) : ITidyRule
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (!Applies(file))
        {
            yield break;
        }

        for (var i = 0; i < file.Lines.Count; i++)
        {
            var match = pattern.Match(file.Lines[i]);
            if (match.Success)
            {
                yield return new(file.Path, i + 1, $"'{match.Value.Trim()}' is banned", use);
            }
        }
    }

    /// <summary>Whether the rule looks at the file: by its extension.</summary>
    protected virtual bool Applies(SourceFile file) => extensions.Contains(file.Extension);
}
