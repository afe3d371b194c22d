using System.Text;
using CsCheck;

namespace Rejoin.Checks.Tests;

/// <summary>Files with a few random bytes changed: they are read or refused, never anything else.</summary>
public sealed class DamagedFileTests
{
    private static readonly Gen<(int At, byte Value)[]> Damage = Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 5];

    [Fact]
    public void A_damaged_history_is_read_or_refused()
    {
        var bytes = File.ReadAllBytes(Repository.Path("vectors", "histories", "clean.jsonl"));
        Damage.Sample(damage =>
        {
            var read = HistoryReader.Read(new MemoryStream(Damaged(bytes, damage)), "damaged.jsonl");
            Assert.NotEqual(read.History is null, read.Errors.Count == 0);
            if (read.History is { } history)
            {
                Assert.All(Judged.All(history), judgement => Assert.DoesNotContain(
                    judgement.Unknowns, reason => reason.Contains("broke off", StringComparison.Ordinal)));
            }
        }, iter: 500);
    }

    [Fact]
    public void A_damaged_contract_is_read_or_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(BuiltInContracts.ReferenceText());
        Damage.Sample(damage =>
        {
            var read = ContractReader.Read(Encoding.UTF8.GetString(Damaged(bytes, damage)), "damaged.yaml");
            Assert.NotEqual(read.Contract is null, read.Errors.Count == 0);
        }, iter: 1000);
    }

    private static byte[] Damaged(byte[] bytes, (int At, byte Value)[] damage)
    {
        var copy = bytes.ToArray();
        foreach (var (at, value) in damage)
        {
            copy[at % copy.Length] = value;
        }

        return copy;
    }
}
