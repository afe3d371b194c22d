namespace Rejoin.House.Tests;

/// <summary>The list of exceptions, and which of them were needed.</summary>
internal sealed class TidyExceptions
{
    /// <summary>Where the list stands.</summary>
    public const string ListPath = "eng/tidy-exceptions.txt";

    private readonly List<TidyException> entries;
    private readonly HashSet<TidyException> needed = [];

    private TidyExceptions(List<TidyException> entries) => this.entries = entries;

    /// <summary>Reads the list; without one there are no exceptions.</summary>
    public static TidyExceptions Read(IReadOnlyList<SourceFile> files)
    {
        var entries = new List<TidyException>();
        var lines = files.FirstOrDefault(file => file.Path == ListPath)?.Lines ?? [];
        for (var i = 0; i < lines.Count; i++)
        {
            var parts = lines[i].Trim().Split(' ', 3, StringSplitOptions.TrimEntries);
            if (parts[0].Length > 0 && !parts[0].StartsWith('#'))
            {
                var path = parts.ElementAtOrDefault(1) ?? "";
                entries.Add(new(i + 1, parts[0], path, parts.ElementAtOrDefault(2) ?? ""));
            }
        }

        return new(entries);
    }

    /// <summary>Whether the rule does not apply to the file; an entry that is found here counts as needed.</summary>
    public bool Cover(ITidyRule rule, SourceFile file)
    {
        var entry = entries.Find(e => e.Rule == rule.Name && e.Path == file.Path && e.Reason.Length > 0);
        if (entry is null)
        {
            return false;
        }

        needed.Add(entry);
        return true;
    }

    /// <summary>Entries that are wrong: no reason, or nothing left to excuse.</summary>
    public IEnumerable<Complaint> Complaints()
    {
        foreach (var entry in entries)
        {
            if (entry.Reason.Length == 0)
            {
                yield return new(ListPath, entry.Line, "an exception without a reason", "'<rule> <file> <reason>'");
            }
            else if (!needed.Contains(entry))
            {
                yield return new(ListPath, entry.Line,
                    $"'{entry.Path}' does not break '{entry.Rule}' any more", "a list without this line");
            }
        }
    }
}
