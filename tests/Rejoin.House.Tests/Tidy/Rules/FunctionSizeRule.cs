using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>Functions that fit a screen: bodies of at most 60 lines.</summary>
/// <remarks>A body is what stands between two braces of the same indentation after a line that closes a parameter list
/// or names an accessor. The code style, which the build enforces, makes that enough.</remarks>
internal sealed partial class FunctionSizeRule : ITidyRule
{
    public const int MaxLines = 60;

    /// <inheritdoc/>
    public string Name => "function-size";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".cs")
        {
            yield break;
        }

        for (var i = 1; i < file.Lines.Count; i++)
        {
            var indentation = file.Lines[i].Length - 1;
            if (indentation < 4 || file.Lines[i].Trim() != "{" || !Head().IsMatch(file.Lines[i - 1]))
            {
                continue;
            }

            var end = i + 1;
            while (end < file.Lines.Count && !Closes(file.Lines[end], indentation))
            {
                end++;
            }

            if (end - i - 1 > MaxLines)
            {
                yield return new(file.Path, i, $"a body of {end - i - 1} lines where {MaxLines} are allowed",
                    "functions of one thing");
                i = end;
            }
        }
    }

    private static bool Closes(string line, int indentation) =>
        line.Length > indentation && line[indentation] == '}' && line.AsSpan(0, indentation).IsWhiteSpace();

    [GeneratedRegex(@"\)$|^\s*(where\b.*|get|set|init|add|remove|else|do|try|finally)$|=>$")]
    private static partial Regex Head();
}
