namespace Rejoin.House.Tests;

/// <summary>The rooms as they are against the rooms as ARCHITECTURE.md has them.</summary>
internal static class ArchitectureScan
{
    private const string Service = "src/service";
    private const string Instrument = "src/instrument";

    /// <summary>Every project or reference that is otherwise than the table allows.</summary>
    public static IReadOnlyList<Complaint> Run(IReadOnlyList<SourceFile> files)
    {
        var page = files.FirstOrDefault(file => file.Path == ReferenceTable.PagePath)
            ?? throw new InvalidDataException($"{ReferenceTable.PagePath}:1: error: missing");
        var table = ReferenceTable.Read(page);
        var rooms = ProjectFile.In(files.Where(file => file.IsUnder("src")));
        return [.. Missing(table, rooms), .. NotAllowed(table, rooms), .. AcrossTheWall(rooms)];
    }

    private static IEnumerable<Complaint> Missing(ReferenceTable table, IReadOnlyList<ProjectFile> rooms)
    {
        foreach (var room in rooms.Where(room => !table.Lines.ContainsKey(room.Name)))
        {
            yield return new(room.File.Path, 1, $"'{room.Name}' is not in the table of {ReferenceTable.PagePath}",
                "a row that says what it may reference");
        }

        foreach (var (name, line) in table.Lines.Where(row => rooms.All(room => room.Name != row.Key)))
        {
            yield return new(ReferenceTable.PagePath, line, $"there is no project '{name}' under src",
                "a table of the rooms that exist");
        }
    }

    private static IEnumerable<Complaint> NotAllowed(ReferenceTable table, IReadOnlyList<ProjectFile> rooms) =>
        from room in rooms
        where table.Lines.ContainsKey(room.Name)
        from reference in room.References
        where !table.Allows(room.Name, reference.Name)
        select new Complaint(room.File.Path, reference.Line, $"'{room.Name}' may not reference '{reference.Name}'",
            $"what the table of {ReferenceTable.PagePath} allows");

    // The wall holds over any number of steps, whatever the table says.
    private static IEnumerable<Complaint> AcrossTheWall(IReadOnlyList<ProjectFile> rooms)
    {
        var byPath = rooms.ToDictionary(room => room.File.Path, StringComparer.Ordinal);
        foreach (var room in rooms)
        {
            var otherSide = room.File.IsUnder(Service) ? Instrument : room.File.IsUnder(Instrument) ? Service : null;
            var reached = otherSide is null ? null : Reached(room, byPath).Find(
                path => path.StartsWith(otherSide + "/", StringComparison.Ordinal));
            if (reached is not null)
            {
                yield return new(room.File.Path, 1, $"'{room.Name}' reaches '{ProjectFile.NameOf(reached)}'",
                    "no code of the other side: service and instrument never reference each other");
            }
        }
    }

    private static List<string> Reached(ProjectFile room, Dictionary<string, ProjectFile> byPath)
    {
        var reached = new List<string>();
        var next = new Queue<ProjectFile>([room]);
        while (next.TryDequeue(out var project))
        {
            foreach (var path in project.References.Select(reference => reference.Path).Except(reached).ToList())
            {
                reached.Add(path);
                if (byPath.TryGetValue(path, out var other))
                {
                    next.Enqueue(other);
                }
            }
        }

        return reached;
    }
}
