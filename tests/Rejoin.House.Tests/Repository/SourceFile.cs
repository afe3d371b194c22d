namespace Rejoin.House.Tests;

/// <summary>One file of the repository, with its lines read when they are first asked for.</summary>
internal sealed class SourceFile(string root, string path)
{
    private string? text;
    private string[]? lines;

    /// <summary>Root folder of the repository, absolute.</summary>
    public string Root { get; } = root;

    /// <summary>Path from the root, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>Lower-case extension with its dot; empty if there is none.</summary>
    public string Extension { get; } = System.IO.Path.GetExtension(path).ToLowerInvariant();

    /// <summary>Absolute path.</summary>
    public string FullPath => System.IO.Path.Combine(Root, Path);

    /// <summary>Text with line feeds only.</summary>
    public string Text => text ??= File.ReadAllText(FullPath).ReplaceLineEndings("\n");

    /// <summary>Lines without their ends; a final line feed begins no further line.</summary>
    public IReadOnlyList<string> Lines => lines ??= Split(Text);

    /// <summary>1-based line of a character of <see cref="Text"/>.</summary>
    public int LineAt(int characterIndex) => 1 + Text.AsSpan(0, characterIndex).Count('\n');

    /// <summary>Whether the file is below a folder that is named from the root, such as <c>src</c>.</summary>
    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string[] Split(string text)
    {
        var parts = text.Split('\n');
        return parts[^1].Length == 0 ? parts[..^1] : parts;
    }
}
