namespace Rejoin.Server;

/// <summary>The data folder: made if it is missing, used by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "server.lock";
    private const string DatabaseName = "rejoin.db";

    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        DatabasePath = Path.Combine(path, DatabaseName);
        this.hold = hold;
    }

    public string DatabasePath { get; }

    /// <summary>The folder, held by this process.</summary>
    /// <exception cref="RejoinServerException">Not writable (<c>data_folder</c>), or another process holds it
    /// (<c>data_folder_in_use</c>).</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                Create(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotUsable(path, error);
        }

        try
        {
            var hold = new FileStream(
                Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, hold);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NotUsable(path, error);
        }
        catch (IOException error)
        {
            throw new RejoinServerException(
                "data_folder_in_use",
                $"The data folder '{path}' is held by another server, or is not writable ({error.Message}).",
                "Stop that server, or choose another folder.",
                error);
        }
    }

    public void Dispose() => hold.Dispose();

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static RejoinServerException NotUsable(string path, Exception error) => new(
        "data_folder",
        $"The data folder '{path}' cannot be used ({error.Message}).",
        "Choose a folder that this user may write to.",
        error);
}
