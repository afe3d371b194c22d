namespace Rejoin.Runner;

/// <summary>The entry <c>latest</c> beside run folders: a symbolic link, or where those are not allowed (Windows
/// without developer mode, some shares) a file with the path of the folder in its one line.</summary>
public static class LatestLink
{
    /// <summary>Name of the entry.</summary>
    public const string Name = "latest";

    private const int LongestPath = 4_096;

    /// <summary>The folder that a path stands for: that which a file named <c>latest</c> holds, else the path
    /// itself.</summary>
    public static string Follow(string path) =>
        Path.GetFileName(path) == Name && Pointed(path) is { } folder ? folder : path;

    /// <summary>Points the entry in a folder at a run; an entry that is neither link nor such a file is left
    /// alone.</summary>
    /// <param name="inFolder">Folder that gets the entry.</param>
    /// <param name="run">Run folder.</param>
    /// <param name="makeLink">Makes a symbolic link of a path to a target; null = the system's way.</param>
    /// <returns>Path of the entry; null if it could not be made.</returns>
    internal static string? Make(string inFolder, string run, Action<string, string>? makeLink = null)
    {
        var link = Path.Combine(inFolder, Name);
        var target = Path.GetRelativePath(inFolder, run);
        try
        {
            var old = new FileInfo(link);
            if (old.LinkTarget is null && Path.Exists(link) && Pointed(link) is null)
            {
                return null;
            }

            Remove(old);
            try
            {
                (makeLink ?? ((path, to) => Directory.CreateSymbolicLink(path, to)))(link, target);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                File.WriteAllText(link, target + "\n");
            }

            return link;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Windows tells links to folders from links to files; elsewhere a link is a file.
    private static void Remove(FileInfo entry)
    {
        if (OperatingSystem.IsWindows() && entry.Attributes != (FileAttributes)(-1)
            && entry.Attributes.HasFlag(FileAttributes.Directory))
        {
            Directory.Delete(entry.FullName);
        }
        else
        {
            File.Delete(entry.FullName);
        }
    }

    /// <summary>The folder that is named in a file of one line; null if it is no such file.</summary>
    private static string? Pointed(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: < LongestPath and > 0 })
        {
            return null;
        }

        var line = File.ReadAllText(path).TrimEnd('\n');
        if (line.Any(char.IsControl))
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, line);
        return Directory.Exists(Path.Combine(folder, "histories")) ? folder : null;
    }
}
