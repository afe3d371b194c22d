using System.Text;
using CsCheck;
using Rejoin.Faults.Plans;
using Rejoin.Properties;

namespace Rejoin.Faults.Tests.Properties;

/// <summary>Any bytes are a plan or a typed error, and a plan survives being written.</summary>
public sealed class PlanProperties
{
    private const int LongestMessage = 100_000;

    private static readonly Corpus Files = new(
        Repository.Path("vectors", "corpus", "plans"),
        Directory.EnumerateFiles(Repository.Path("vectors", "plans"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal));

    public static TheoryData<string> Kept => [.. Files.Kept.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_file_is_read_or_refused(string name) =>
        ReadOrRefuse(File.ReadAllBytes(Repository.Path("vectors", "corpus", "plans", name)));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Files.Try(50_000, ReadOrRefuse);

    [Fact]
    public void Any_text_is_read_or_refused() => Texts(20_000);

    [Fact]
    public void Any_valid_plan_comes_back_from_its_json() => Plans(5_000);

    [Fact(Explicit = true)]
    public void Any_bytes_are_read_or_refused_millions_of_times()
    {
        Files.Try(3_000_000, ReadOrRefuse);
        Texts(1_500_000);
        Plans(200_000);
    }

    [Fact]
    public void A_field_with_half_a_surrogate_pair_is_refused() => Assert.All(
        (string[])
        [
            """{"schema":"\ud800","faults":[]}""",
            """{"\ud800":1,"schema":"rejoin.plan/1","faults":[]}""",
            """{"schema":"rejoin.plan/1","faults":[{"id":"a","d\ud800o":{"kind":"fin"}}]}""",
            """{"schema":"rejoin.plan/1","faults":[{"id":"\udc00","at":{"handshake":"\ud800"},"do":{}}]}""",
            """{"schema":"rejoin.plan/1","faults":[{"do":{"kind":"black-hole","heal":"\udc00"}}]}""",
        ],
        json => Assert.NotEmpty(Assert.Throws<FaultPlanException>(() => FaultPlan.FromJson(json)).Errors));

    [Fact]
    public void A_text_with_half_a_surrogate_pair_is_read_as_a_replacement() =>
        Assert.NotEmpty(Assert.Throws<FaultPlanException>(() => FaultPlan.FromJson("\"\ud800\"")).Errors);

    [Fact]
    public void A_plan_of_many_wrong_faults_has_a_hundred_errors_and_a_word_on_the_rest()
    {
        var json = """{"schema":"rejoin.plan/1","faults":[""" + string.Join(',', Enumerable.Repeat("7", 10_000)) + "]}";
        var errors = Assert.Throws<FaultPlanException>(() => FaultPlan.FromJson(json)).Errors;
        Assert.Equal(101, errors.Count);
        Assert.Equal("$: more than 100 errors; the others are not shown", errors[^1].ToString());
    }

    [Theory]
    [InlineData("[", 4_000_000)]
    [InlineData("{\"a\":", 1_000_000)]
    [InlineData("null,", 1_500_000)]
    [InlineData("\"x\":{},", 1_000_000)]
    [InlineData("9", 8_000_000)]
    public void A_huge_input_is_refused_within_bounds(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        ReadOrRefuse(Encoding.UTF8.GetBytes(text));
        ReadOrRefuse(Encoding.UTF8.GetBytes("{\"schema\":\"rejoin.plan/1\",\"faults\":[" + text + "1]}"));
        ReadOrRefuse(Encoding.UTF8.GetBytes("{" + text + "\"schema\":1}"));
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        var plan = Bounded.Read(bytes.Length, () => Read(() => FaultPlan.FromUtf8(bytes)));
        if (plan is not null)
        {
            AssertIdentity(plan);
        }
    }

    private static FaultPlan? Read(Func<FaultPlan> read)
    {
        try
        {
            return read();
        }
        catch (FaultPlanException e)
        {
            Assert.InRange(e.Errors.Count, 1, 201);
            Assert.InRange(e.Message.Length, 1, LongestMessage);
            return null;
        }
    }

    private static void AssertIdentity(FaultPlan plan)
    {
        Assert.Empty(plan.Validate());
        var again = FaultPlan.FromJson(plan.ToJson());
        Assert.True(plan.Faults.SequenceEqual(again.Faults), plan.ToJson());
        Assert.Equal(plan.ToJson(), again.ToJson());
    }

    private static void Texts(long count) => Gen.String[Gen.Char, 0, 60].Try(
        text => Read(() => FaultPlan.FromJson(text)) is null || text.Length > 0, count);

    private static void Plans(long count) => PlanGen.Any.Try(AssertIdentity, count);
}
