using Rejoin.Cli.Tests.Pages;
using Rejoin.Reports.Tests.Junit;

namespace Rejoin.Cli.Tests;

/// <summary>Documents and results that a command writes: every one that any test makes must keep its schema.</summary>
internal sealed class EmittedFiles
{
    private readonly string? folder;
    private readonly Dictionary<string, DateTime> before;

    private EmittedFiles(string? folder)
    {
        this.folder = folder;
        before = Found().ToDictionary(file => file, File.GetLastWriteTimeUtc);
    }

    /// <summary>What is there before a command.</summary>
    public static EmittedFiles Before(string? folder) => new(folder);

    /// <summary>Looks at what the command wrote.</summary>
    public void Validate()
    {
        foreach (var file in Found().Where(file => !before.TryGetValue(file, out var time)
            || time != File.GetLastWriteTimeUtc(file)))
        {
            var problems = Path.GetFileName(file) == "run.json"
                ? RunSchema.Problems(File.ReadAllText(file))
                : JUnitSchema.Problems(File.ReadAllText(file));
            Assert.True(problems.Count == 0, $"{file} does not keep its schema:\n{string.Join('\n', problems)}");
        }
    }

    private List<string> Found() => folder is null ? []
        :
        [
            .. new[] { "run.json", "junit.xml" }.SelectMany(name => Directory.EnumerateFiles(
                folder, name, new EnumerationOptions
                {
                    RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint,
                })),
        ];
}
