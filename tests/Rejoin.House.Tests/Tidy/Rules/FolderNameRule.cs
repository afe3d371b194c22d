namespace Rejoin.House.Tests;

/// <summary>Folders that are named after a feature.</summary>
internal sealed class FolderNameRule : ITidyRule
{
    private static readonly string[] EmptyNames = ["Helpers", "Utils", "Utilities", "Managers", "Models", "Misc"];

    /// <inheritdoc/>
    public string Name => "folder";

    /// <inheritdoc/>
    public IEnumerable<Complaint> Check(SourceFile file)
    {
        var folder = file.Path.Split('/')[..^1].FirstOrDefault(
            part => EmptyNames.Contains(part, StringComparer.OrdinalIgnoreCase));
        if (folder is not null)
        {
            yield return new(file.Path, 1, $"folder '{folder}' says nothing about what is in it",
                "the name of the feature");
        }
    }
}
