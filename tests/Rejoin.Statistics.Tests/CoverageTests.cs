namespace Rejoin.Statistics.Tests;

/// <summary>What the intervals promise, counted on made-up samples whose truth is known. Seeded: same counts each
/// time.</summary>
public sealed class CoverageTests
{
    private const int Repetitions = 2_000;

    [Theory]
    [InlineData(59)]
    [InlineData(200)]
    public void Upper_bound_of_a_percentile_lies_over_it_nineteen_times_of_twenty(int samples)
    {
        var random = new Random(samples);
        var truth = Quantile(0.95);
        var covered = Enumerable.Range(0, Repetitions).Count(_ =>
        {
            var (_, high) = OrderStatisticInterval.Of(Draw(random, samples, 0), 0.95, 0.95);
            return high is null || high >= truth;
        });
        Assert.InRange(covered / (double)Repetitions, 0.94, 1);
    }

    [Fact]
    public void A_percentile_at_its_limit_passes_one_time_of_twenty_at_most()
    {
        var random = new Random(1);
        Assert.InRange(PassesAtLimit(random, between: 0), 0, 0.06);
    }

    [Fact]
    public void Rounds_that_differ_do_not_make_passes_much_more_frequent()
    {
        var random = new Random(2);
        Assert.InRange(PassesAtLimit(random, between: 0.1), 0, 0.15);
    }

    /// <summary>Share of passes when the percentile of all rounds together equals the limit.</summary>
    private static double PassesAtLimit(Random random, double between)
    {
        var limit = Math.Exp(1.6448536 * Math.Sqrt((0.4 * 0.4) + (between * between)));
        return Enumerable.Range(0, Repetitions).Count(_ =>
        {
            var rounds = Enumerable.Range(0, 5).Select(_ => Draw(random, 100, between * Normal(random))).ToList();
            return PercentileVerdict.Judge(rounds, 95, limit, 0.95, "x", "s").Verdict == Verdict.Pass;
        }) / (double)Repetitions;
    }

    private static double[] Draw(Random random, int count, double shift) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Exp(shift + (0.4 * Normal(random))))];

    private static double Quantile(double q) => Math.Exp(0.4 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, q));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
