namespace Rejoin.House.Tests;

/// <summary>Lines of code and scripts that fit a screen.</summary>
internal sealed class LineLengthRule : ITidyRule
{
    public const int MaxColumns = 120;

    /// <inheritdoc/>
    public string Name => "line-length";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        if (file.Extension != ".cs" && file.Path is not ("test" or ".ci/run"))
        {
            yield break;
        }

        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Length > MaxColumns)
            {
                yield return new(file.Path, i + 1, $"{file.Lines[i].Length} columns where {MaxColumns} are allowed",
                    "a shorter or a broken line");
            }
        }
    }
}
