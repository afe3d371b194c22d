using System.Text;
using CsCheck;
using Rejoin.Properties;

namespace Rejoin.Checks.Tests.Properties;

/// <summary>Any bytes are a history or its errors, and a history survives being written.</summary>
public sealed class HistoryProperties
{
    private const int LongestError = 5_000;

    private static readonly Corpus Files = new(
        Repository.Path("vectors", "corpus", "histories"),
        Directory.EnumerateFiles(Repository.Path("vectors", "histories"), "*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal));

    public static TheoryData<string> Kept => [.. Files.Kept.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_file_is_read_or_refused(string name) =>
        ReadOrRefuse(File.ReadAllBytes(Repository.Path("vectors", "corpus", "histories", name)));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Files.Try(25_000, ReadOrRefuse);

    [Fact]
    public void Any_valid_history_comes_back_from_its_lines() => Trials(200);

    [Fact(Explicit = true)]
    public void Any_bytes_are_read_or_refused_hundreds_of_thousands_of_times()
    {
        Files.Try(700_000, ReadOrRefuse);
        Trials(5_000);
    }

    [Theory]
    [InlineData("[", 4_000_000)]
    [InlineData("{\"trial\":", 500_000)]
    [InlineData("{}\n", 1_000_000)]
    [InlineData("\n", 4_000_000)]
    [InlineData("9", 4_000_000)]
    public void A_huge_input_is_refused_within_bounds(string part, int times) =>
        ReadOrRefuse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, times))));

    private static void Trials(long count) => Gen.Int.Try(
        seed =>
        {
            var bytes = Bytes(RandomTrial.Of(seed, PlantedBug.None));
            Assert.True(Bytes(Read(bytes).History!).AsSpan().SequenceEqual(bytes));
        },
        count);

    private static void ReadOrRefuse(byte[] bytes)
    {
        var read = Bounded.Read(bytes.Length, () => Read(bytes));
        Assert.NotEqual(read.History is null, read.Errors.Count == 0);
        Assert.InRange(read.Errors.Count, 0, HistoryLimits.Errors);
        foreach (var error in read.Errors)
        {
            Assert.InRange(error.ToString().Length, 1, LongestError);
        }

        if (read.History is { } history)
        {
            var once = Bytes(history);
            var again = Read(once);
            Assert.Empty(again.Errors);
            Assert.True(Bytes(again.History!).AsSpan().SequenceEqual(once), "written otherwise the second time");
            Assert.Equal(history.Events.Count, again.History!.Events.Count);
        }
    }

    private static HistoryReadResult Read(byte[] bytes) => HistoryReader.Read(new MemoryStream(bytes), "any.jsonl");

    private static byte[] Bytes(TrialHistory history)
    {
        var stream = new MemoryStream();
        using (var writer = new HistoryWriter(stream, leaveOpen: true))
        {
            foreach (var line in history.Events)
            {
                writer.Write(line);
            }
        }

        return stream.ToArray();
    }
}
