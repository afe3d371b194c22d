namespace Rejoin.House.Tests;

/// <summary>All rules over all files, less the listed exceptions.</summary>
internal static class TidyScan
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<ITidyRule> Rules { get; } =
    [
        new FileSizeRule(), new FunctionSizeRule(), new LineLengthRule(), new OneTypeRule(), new FolderNameRule(),
        new MarkerRule(), new RegionRule(), new NamespaceRule(), new StaticStateRule(), new SwallowRule(),
        new PureRoomRule(), new MachinePathRule(), new TitleRule(), new LinkRule(),
    ];

    /// <summary>Complaints in order of path and line; a stale or unreasoned exception is one too.</summary>
    public static IReadOnlyList<Complaint> Run(IReadOnlyList<SourceFile> files)
    {
        var exceptions = TidyExceptions.Read(files);
        var complaints = new List<Complaint>();
        foreach (var file in files)
        {
            foreach (var rule in Rules)
            {
                complaints.AddRange(rule.Check(file).Where(_ => !exceptions.Cover(rule, file)));
            }
        }

        complaints.AddRange(exceptions.Complaints());
        return [.. complaints.OrderBy(c => c.Path, StringComparer.Ordinal).ThenBy(c => c.Line)];
    }
}
