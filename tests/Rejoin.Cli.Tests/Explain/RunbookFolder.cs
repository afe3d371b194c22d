namespace Rejoin.Cli.Tests.Explain;

/// <summary>The pages as they are in the repository.</summary>
internal static class RunbookFolder
{
    /// <summary>Absolute path of <c>docs/runbooks</c>.</summary>
    public static string FullPath { get; } = Path.Combine(Approved.Root, "docs", "runbooks");

    /// <summary>Absolute path of <c>vectors/histories</c>.</summary>
    public static string Histories { get; } = Path.Combine(Approved.Root, "vectors", "histories");

    /// <summary>Whether texts that are generated are to be written in place of being compared.</summary>
    public static bool IsWritten { get; } = Environment.GetEnvironmentVariable("REJOIN_WRITE_DOCS") == "1";

    /// <summary>Path of the page of an id.</summary>
    public static string PathOf(string id) => Path.Combine(FullPath, $"{id}.md");

    /// <summary>Every page, by id.</summary>
    public static IReadOnlyList<Runbook> Pages() =>
    [
        .. Directory.EnumerateFiles(FullPath, "RJ*.md").Order(StringComparer.Ordinal)
            .Select(file => RunbookReader.Read(File.ReadAllText(file), Path.GetFileName(file))),
    ];

    /// <summary>Compares a generated text with the file, or writes it.</summary>
    public static void Compare(string file, string text)
    {
        if (IsWritten)
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing; REJOIN_WRITE_DOCS=1 writes it.");
        Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
