namespace Rejoin.House.Tests;

/// <summary>Pages with exactly one title.</summary>
internal sealed class TitleRule : ITidyRule
{
    /// <inheritdoc/>
    public string Name => "title";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".md")
        {
            yield break;
        }

        var titles = MarkdownText.Of(file).Where(line => line.Text.StartsWith("# ", StringComparison.Ordinal)).ToList();
        if (titles.Count != 1)
        {
            yield return new(file.Path, titles.ElementAtOrDefault(1)?.Number ?? 1, $"{titles.Count} titles",
                "exactly one line that begins with '# '");
        }
    }
}
