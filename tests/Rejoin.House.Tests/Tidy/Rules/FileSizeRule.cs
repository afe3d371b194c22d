namespace Rejoin.House.Tests;

/// <summary>Files of one thing: at most 400 lines of C#, in tests 600.</summary>
internal sealed class FileSizeRule : ITidyRule
{
    public const int MaxLines = 400;
    public const int MaxTestLines = 600;

    /// <inheritdoc/>
    public string Name => "file-size";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        var max = file.IsUnder("tests") ? MaxTestLines : MaxLines;
        if (file.Extension == ".cs" && file.Lines.Count > max)
        {
            yield return new(file.Path, max + 1, $"{file.Lines.Count} lines where {max} are allowed",
                $"one file per thing, or list it with a reason in {TidyExceptions.ListPath}");
        }
    }
}
