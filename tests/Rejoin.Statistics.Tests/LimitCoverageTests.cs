namespace Rejoin.Statistics.Tests;

/// <summary>How often something at its limit passes, counted on made-up samples whose truth is known. Seeded: same
/// counts each time.</summary>
public sealed class LimitCoverageTests
{
    private const int Repetitions = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(20)]
    public void A_ratio_at_its_limit_passes_one_time_of_twenty_at_most(int blocksPerRound)
    {
        var random = new Random(blocksPerRound);
        var passes = Passes(() => RatioVerdict.Judge(
            Rounds(blocksPerRound, () => 1.1 * Math.Exp(0.2 * Normal(random))), 1.1, 0.95, "x"));
        Assert.InRange(passes, 0, 0.06);
    }

    [Fact]
    public void Ratios_that_sometimes_come_out_wild_do_not_pass_more_often()
    {
        var random = new Random(5);
        var passes = Passes(() => RatioVerdict.Judge(
            Rounds(8, () => 1.1 * Math.Exp((random.Next(10) == 0 ? 2 : 0.1) * Normal(random))), 1.1, 0.95, "x"));
        Assert.InRange(passes, 0, 0.06);
    }

    [Fact]
    public void A_mean_at_its_limit_passes_one_time_of_twenty_at_most()
    {
        var random = new Random(6);
        var passes = Passes(() => MeanVerdict.Judge(
            Rounds(1, () => 0.05 + (0.02 * Normal(random))), 0.05, 0.95, "x", ""));
        Assert.InRange(passes, 0.03, 0.06);
    }

    [Fact]
    public void A_share_at_its_limit_passes_one_time_of_twenty_at_most()
    {
        var random = new Random(7);
        var passes = Passes(() => RateVerdict.Judge(
            Rounds(20, () => random.NextDouble() < 0.95 ? 1 : 0), 0.95, 0.95, "x"));
        Assert.InRange(passes, 0, 0.06);
    }

    private static double Passes(Func<LimitResult> judge) =>
        Enumerable.Range(0, Repetitions).Count(_ => judge().Verdict == Verdict.Pass) / (double)Repetitions;

    private static List<double[]> Rounds(int size, Func<double> draw) =>
        [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, size).Select(_ => draw()).ToArray())];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
