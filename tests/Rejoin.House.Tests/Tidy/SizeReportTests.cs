using System.Globalization;

namespace Rejoin.House.Tests;

public sealed class SizeReportTests(ITestOutputHelper output)
{
    private const int HabitMedianLines = 60;

    [Fact]
    public void The_median_file_of_the_source_is_short()
    {
        var code = RepositoryFiles.Under(RepositoryFiles.Root)
            .Where(file => file.Extension == ".cs" && file.Path.Split('/').Length > 2).ToList();
        var header = string.Format(CultureInfo.InvariantCulture, "{0,-44} {1,5} {2,6} {3,5} {4,5}",
            "lines per file", "files", "median", "p90", "max");
        output.WriteLine(header);
        foreach (var room in code.GroupBy(Room).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Row(room.Key, [.. room.Select(file => file.Lines.Count).Order()]));
        }

        int[] source = [.. code.Where(file => file.IsUnder("src")).Select(file => file.Lines.Count).Order()];
        output.WriteLine(Row("src, all", source));
        Assert.True(Quantile(source, 0.5) <= HabitMedianLines,
            $"src:1: error: median of {Quantile(source, 0.5)} lines per file, use files of one thing "
            + $"(median of at most {HabitMedianLines})");
    }

    private static string Room(SourceFile file)
    {
        var parts = file.Path.Split('/');
        return string.Join('/', parts.Take(parts[0] == "src" ? 3 : 2));
    }

    private static string Row(string name, int[] lines) => string.Format(CultureInfo.InvariantCulture,
        "{0,-44} {1,5} {2,6} {3,5} {4,5}", name, lines.Length, Quantile(lines, 0.5), Quantile(lines, 0.9), lines[^1]);

    // Nearest rank.
    private static int Quantile(int[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
}
