using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>Relative links of pages lead to a file or folder of the repository, and anchors to a heading.</summary>
internal sealed partial class LinkRule : ITidyRule
{
    /// <inheritdoc/>
    public string Name => "link";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".md")
        {
            yield break;
        }

        foreach (var line in MarkdownText.Of(file))
        {
            foreach (Match match in Link().Matches(line.Text))
            {
                var target = match.Groups["target"].Value;
                if (!HasScheme().IsMatch(target) && Problem(file, target) is { } problem)
                {
                    yield return new(file.Path, line.Number, problem, "a relative path to something that exists");
                }
            }
        }
    }

    private static string? Problem(SourceFile file, string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(hash < 0 ? target : target[..hash]);
        var anchor = hash < 0 ? "" : target[(hash + 1)..];
        var folder = Path.GetDirectoryName(file.FullPath)!;
        var full = path.Length == 0 ? file.FullPath : Path.GetFullPath(Path.Combine(folder, path));
        var relative = Path.GetRelativePath(file.Root, full).Replace('\\', '/');
        if (path.StartsWith('/') || relative.StartsWith("..", StringComparison.Ordinal))
        {
            return $"link '{target}' leads out of the repository";
        }

        if (!Path.Exists(full))
        {
            return $"link '{target}' leads nowhere";
        }

        if (anchor.Length == 0 || Path.GetExtension(full) != ".md")
        {
            return null;
        }

        return MarkdownText.Anchors(new SourceFile(file.Root, relative)).Contains(anchor)
            ? null
            : $"link '{target}' leads to a heading that '{relative}' does not have";
    }

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)>?(\s+""[^""]*"")?\s*\)|^\s*\[[^\]]+\]:\s+<?(?<target>[^\s>]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex HasScheme();
}
