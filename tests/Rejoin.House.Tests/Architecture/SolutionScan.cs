namespace Rejoin.House.Tests;

/// <summary>The solution file against the projects that exist.</summary>
internal static class SolutionScan
{
    private const string SolutionPath = "Rejoin.slnx";

    /// <summary>Every project that the solution forgets.</summary>
    public static IEnumerable<Complaint> Run(IReadOnlyList<SourceFile> files)
    {
        var solution = files.First(file => file.Path == SolutionPath).Text;
        return files
            .Where(file => file.Extension == ".csproj")
            .Where(file => !solution.Contains($"\"{file.Path}\"", StringComparison.Ordinal))
            .Select(file => new Complaint(file.Path, 1, $"not in {SolutionPath}", "a line there, so that it is built"));
    }
}
