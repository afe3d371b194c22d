using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The services' data of a run, deleted when the run is over.</summary>
internal sealed class WorkFolder(RunFolder folder) : IDisposable
{
    public void Dispose()
    {
        if (Directory.Exists(folder.WorkFolder))
        {
            Directory.Delete(folder.WorkFolder, recursive: true);
        }
    }
}
