namespace Rejoin.Cli;

/// <summary>Names of history files in a run folder: their own, with a number where two would be the same.</summary>
internal static class HistoryNames
{
    /// <summary>Path of each file to its name, without a folder.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> files)
    {
        var names = new Dictionary<string, string>();

        // Two names that differ in case only are one file on some systems.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{Path.GetFileNameWithoutExtension(file)}-{number}{Path.GetExtension(file)}";
            }

            names[file] = name;
        }

        return names;
    }
}
