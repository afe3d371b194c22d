namespace Rejoin.Statistics.Tests;

public sealed class LimitVerdictTests
{
    [Fact]
    public void Ratios_below_the_limit_pass_and_those_over_it_fail()
    {
        Assert.Equal(Verdict.Pass, Ratio(1.02, 1.0, 0.99, 1.01, 1.03).Verdict);
        var failed = Ratio(1.30, 1.25, 1.41, 1.22, 1.33);
        Assert.Equal(Verdict.Fail, failed.Verdict);
        Assert.InRange(failed.Estimate.Value!.Value, 1.25, 1.35);
        Assert.InRange(failed.Estimate.Low!.Value, 1.2199, 1.2201);
    }

    [Fact]
    public void A_ratio_of_something_that_never_finished_is_over_every_limit()
    {
        var result = Ratio(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity,
            double.PositiveInfinity, double.PositiveInfinity);
        Assert.Equal((Verdict.Fail, null, null), (result.Verdict, result.Estimate.Value, result.Estimate.High));
    }

    [Fact]
    public void Ratios_on_both_sides_of_the_limit_ask_for_more_blocks()
    {
        var result = Ratio(0.8, 1.3, 1.0, 1.2, 0.9, 1.05);
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.NotNull(result.More);
        Assert.Contains($"6 blocks do not decide; about {result.More} more would", result.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Four_rounds_are_too_few_for_every_verdict()
    {
        List<double[]> rounds = [.. Enumerable.Repeat<double[]>([1, 1, 1], 4)];
        Assert.Contains("12 blocks in 4 of at least 5 rounds", RatioVerdict.Judge(rounds, 2, 0.95, "x").Reason,
            StringComparison.Ordinal);
        Assert.Equal(Verdict.Unknown, MeanVerdict.Judge(rounds, 2, 0.95, "x", "").Verdict);
        Assert.Equal(Verdict.Unknown, RateVerdict.Judge(rounds, 0.5, 0.95, "x").Verdict);
    }

    [Fact]
    public void A_round_counts_once_however_many_values_it_has()
    {
        List<double[]> rounds = [[.. Enumerable.Repeat(0.09, 1000)], [0.01], [0.01], [0.01], [0.01]];
        var result = MeanVerdict.Judge(rounds, 0.05, 0.95, "x", "");
        Assert.Equal(0.026, result.Estimate.Value!.Value, 9);
        Assert.Equal((Verdict.Unknown, 1004, 5), (result.Verdict, result.Estimate.Samples, result.Estimate.Rounds));
    }

    [Fact]
    public void Means_below_and_over_the_limit_are_told_apart()
    {
        Assert.Equal(Verdict.Pass, Mean(0.01, 0.012, 0.008, 0.011, 0.009).Verdict);
        Assert.Equal(Verdict.Fail, Mean(0.11, 0.12, 0.08, 0.11, 0.09).Verdict);
        var unclear = Mean(0.02, 0.10, 0.01, 0.09, 0.00);
        Assert.Equal(Verdict.Unknown, unclear.Verdict);
        Assert.Contains("5 rounds do not decide", unclear.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_rests_on_parts_counts_them_in_part()
    {
        List<double[]> rounds = [.. Enumerable.Repeat<double[]>([.. Enumerable.Repeat(0.99, 40)], 5)];
        var result = RateVerdict.Judge(rounds, 0.95, 0.95, "x");
        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Equal(0.99, result.Estimate.Value!.Value, 9);
        Assert.True(result.Estimate.Low < 0.97);
    }

    [Fact]
    public void As_many_more_samples_as_a_rate_asks_for_decide()
    {
        List<double[]> rounds = [.. Enumerable.Repeat<double[]>([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 5)];
        var result = RateVerdict.Judge(rounds, 0.95, 0.95, "x");
        Assert.Equal((Verdict.Unknown, 9), (result.Verdict, result.More));
    }

    [Fact]
    public void A_rate_that_must_be_whole_reports_the_bound_that_it_gives()
    {
        List<double[]> rounds = [.. Enumerable.Repeat<double[]>([.. Enumerable.Repeat(1.0, 400)], 5)];
        var result = RateVerdict.Judge(rounds, 1, 0.95, "x");
        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Equal(0.9985, result.Estimate.Low!.Value, 4);
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateVerdict.Judge([[1.1]], 0.5, 0.95, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateVerdict.Judge([[1]], 1.1, 0.95, "x"));
        Assert.Throws<ArgumentException>(() => Mean(double.NaN));
        Assert.Throws<ArgumentException>(() => TheilSen.Slope([(0, double.NaN), (1, 1)]));
        Assert.Throws<ArgumentException>(() => SignedRank.Interval([double.NegativeInfinity], 0.95));
    }

    /// <summary>One block per round.</summary>
    private static LimitResult Ratio(params double[] ratios) =>
        RatioVerdict.Judge([.. ratios.Select(ratio => new[] { ratio })], 1.1, 0.95, "ratio");

    private static LimitResult Mean(params double[] values) =>
        MeanVerdict.Judge([.. values.Select(value => new[] { value })], 0.05, 0.95, "mean", "");
}
