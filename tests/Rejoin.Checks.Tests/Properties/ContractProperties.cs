using System.Text;
using CsCheck;
using Rejoin.Properties;

namespace Rejoin.Checks.Tests.Properties;

/// <summary>Any text is a contract or its errors, and a contract survives being written.</summary>
public sealed class ContractProperties
{
    private const int LongestErrors = 200_000;

    private static readonly Corpus Files = new(
        Repository.Path("vectors", "corpus", "contracts"),
        [
            .. Directory.EnumerateFiles(Repository.Path("vectors", "contracts"), "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
            Repository.Path("src", "instrument", "Rejoin.Checks", "Contracts", "reference.yaml"),
        ]);

    public static TheoryData<string> Kept => [.. Files.Kept.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_file_is_read_or_refused(string name) =>
        ReadOrRefuse(File.ReadAllBytes(Repository.Path("vectors", "corpus", "contracts", name)));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Files.Try(10_000, ReadOrRefuse);

    [Fact]
    public void Any_text_is_read_or_refused() => Texts(5_000);

    [Fact(Explicit = true)]
    public void Any_bytes_are_read_or_refused_hundreds_of_thousands_of_times()
    {
        Files.Try(200_000, ReadOrRefuse);
        Texts(300_000);
    }

    [Theory]
    [InlineData("[", 260_000)]
    [InlineData("{a: ", 60_000)]
    [InlineData("- ", 130_000)]
    [InlineData("? ", 130_000)]
    [InlineData("a: b\n", 50_000)]
    [InlineData("&a ", 80_000)]
    [InlineData("!", 260_000)]
    [InlineData("\"", 260_000)]
    [InlineData("%", 260_000)]
    public void A_huge_input_is_refused_within_bounds(string part, int times) =>
        ReadOrRefuse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, times))));

    private static void Texts(long count) =>
        Gen.String[Gen.Char, 0, 60].Try(text => AssertOne(ContractReader.Read(text, "any.yaml")), count);

    private static void ReadOrRefuse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        AssertOne(Bounded.Read(bytes.Length, () => ContractReader.Read(text, "any.yaml")));
    }

    private static void AssertOne(ContractReadResult read)
    {
        Assert.NotEqual(read.Contract is null, read.Errors.Count == 0);
        Assert.InRange(read.Errors.Sum(error => (long)error.ToString().Length), 0, LongestErrors);
        if (read.Contract is { } contract)
        {
            var written = ContractWriter.Write(contract);
            var again = ContractReader.Read(written, "again.yaml");
            Assert.True(again.Errors.Count == 0, written + string.Join('\n', again.Errors));
            Assert.Equivalent(contract, again.Contract, strict: true);
            Assert.Equal(written, ContractWriter.Write(again.Contract!));
        }
    }
}
