using System.Globalization;

namespace Rejoin.Cli.Tests;

/// <summary>The processes that a process has started, as Linux tells it.</summary>
internal static class ChildProcesses
{
    /// <summary>Ids of the children of a process.</summary>
    public static IReadOnlyList<int> Of(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent),
    ];

    /// <summary>Whether a process runs; one that has ended and waits to be collected does not.</summary>
    public static bool Runs(int id) => Stat(id) is { } stat && stat[0] is not ("Z" or "X");

    private static int ParentOf(int id) =>
        Stat(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    /// <summary>The fields of /proc/ID/stat after the name (proc(5)): state, parent and so on.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
