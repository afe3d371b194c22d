using System.Text;

namespace Rejoin.Checks.Tests;

/// <summary>Files with a few random bytes changed: they are read or refused, never anything else.</summary>
public sealed class DamagedFileTests
{
    [Fact]
    public void A_damaged_history_is_read_or_refused()
    {
        var bytes = File.ReadAllBytes(Repository.Path("vectors", "histories", "clean.jsonl"));
        Assert.All(Enumerable.Range(0, 1_000), seed =>
        {
            var read = HistoryReader.Read(new MemoryStream(Damaged(bytes, seed)), "damaged.jsonl");
            Assert.NotEqual(read.History is null, read.Errors.Count == 0);
            if (read.History is { } history)
            {
                Assert.All(Judged.All(history), judgement => Assert.DoesNotContain(
                    judgement.Unknowns, reason => reason.Contains("broke off", StringComparison.Ordinal)));
            }
        });
    }

    [Fact]
    public void A_damaged_contract_is_read_or_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(BuiltInContracts.ReferenceText());
        Assert.All(Enumerable.Range(0, 3_000), seed =>
        {
            var read = ContractReader.Read(Encoding.UTF8.GetString(Damaged(bytes, seed)), "damaged.yaml");
            Assert.NotEqual(read.Contract is null, read.Errors.Count == 0);
        });
    }

    private static byte[] Damaged(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var copy = bytes.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }
}
