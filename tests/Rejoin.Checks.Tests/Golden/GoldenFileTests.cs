namespace Rejoin.Checks.Tests;

/// <summary>The files are what the scripts write. With REJOIN_WRITE_VECTORS=1 they are written anew.</summary>
public sealed class GoldenFileTests
{
    [Fact]
    public void Golden_histories_are_what_the_scripts_write()
    {
        foreach (var golden in GoldenHistories.All)
        {
            Compare(golden.File, golden.Script().Build());
        }

        Compare(Repository.Path("vectors", "histories", "clean.jsonl"), CleanTrial.Script().Build());
    }

    [Fact]
    public void No_golden_history_is_left_over()
    {
        var known = GoldenHistories.All.Select(golden => golden.File)
            .Append(Repository.Path("vectors", "histories", "clean.jsonl")).Order();
        var found = Directory.EnumerateFiles(Repository.Path("vectors", "histories"), "*.jsonl",
            SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}invalid{Path.DirectorySeparatorChar}",
                StringComparison.Ordinal));
        Assert.Equal(known, found.Order());
    }

    private static void Compare(string file, TrialHistory history)
    {
        var stream = new MemoryStream();
        using (var writer = new HistoryWriter(stream, leaveOpen: true))
        {
            foreach (var line in history.Events)
            {
                writer.Write(line);
            }
        }

        if (Environment.GetEnvironmentVariable("REJOIN_WRITE_VECTORS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, stream.ToArray());
        }

        Assert.True(File.Exists(file), $"{file} is missing.");
        Assert.Equal(System.Text.Encoding.UTF8.GetString(stream.ToArray()), File.ReadAllText(file));
    }
}
