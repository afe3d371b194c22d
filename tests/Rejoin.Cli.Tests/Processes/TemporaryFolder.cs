namespace Rejoin.Cli.Tests;

/// <summary>A folder of one test, gone at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rejoin-test-");

    /// <summary>Absolute path.</summary>
    public string Path => folder.FullName;

    /// <summary>Absolute path of something in it.</summary>
    public string this[string name] => System.IO.Path.Combine(folder.FullName, name);

    /// <summary>Every file with its content, to see that nothing was changed.</summary>
    public IReadOnlyDictionary<string, string> Content() => Directory
        .EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(folder.FullName, file), File.ReadAllText);

    public void Dispose() => folder.Delete(recursive: true);
}
