namespace Rejoin.Bench;

/// <summary>A folder of one measurement, below the working folder so that it lies on a disk.</summary>
internal sealed class BenchFolder : IDisposable
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine("artifacts", "bench", System.IO.Path.GetRandomFileName())).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
