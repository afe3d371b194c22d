namespace Rejoin.House.Tests;

/// <summary>A folder of one test, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("rejoin-house-").FullName;

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<SourceFile> Files => RepositoryFiles.Under(Path);

    /// <summary>Writes a file, with its folders.</summary>
    public TemporaryFolder With(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
