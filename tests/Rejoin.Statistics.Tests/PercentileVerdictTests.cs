namespace Rejoin.Statistics.Tests;

public sealed class PercentileVerdictTests
{
    [Fact]
    public void Sixty_samples_below_the_limit_in_five_rounds_pass()
    {
        var result = Judge(Rounds(5, 12, _ => 0.2));
        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Null(result.Reason);
        Assert.Equal((60, 5, 1.0), (result.Estimate.Samples, result.Estimate.Rounds, result.Estimate.DesignEffect));
    }

    [Fact]
    public void Fifty_eight_samples_cannot_pass_and_one_more_would()
    {
        var rounds = Rounds(5, 12, _ => 0.2);
        rounds[0] = [.. rounds[0].Skip(2)];
        var result = Judge(rounds);
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Equal(1, result.MoreSamples);
        Assert.Equal("58 samples do not decide; about 1 more would, if they are alike", result.Reason);
    }

    [Fact]
    public void Fewer_than_five_rounds_are_unknown_however_many_samples()
    {
        var result = Judge(Rounds(4, 1000, _ => 0.2));
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Contains("4 of at least 5 rounds", result.Reason, StringComparison.Ordinal);
        Assert.Null(result.MoreSamples);
    }

    [Fact]
    public void Samples_over_the_limit_fail() => Assert.Equal(Verdict.Fail, Judge(Rounds(5, 12, _ => 1.5)).Verdict);

    [Fact]
    public void A_sample_that_equals_the_limit_is_not_below_it() =>
        Assert.Equal(60, Judge(Rounds(5, 12, _ => 1.0)).Exceedances);

    [Fact]
    public void What_never_finished_is_over_the_limit_and_leaves_no_upper_bound()
    {
        var result = Judge(Rounds(5, 100, i => i < 6 ? double.PositiveInfinity : 0.2));
        Assert.Equal(30, result.Exceedances);
        Assert.Null(result.Estimate.High);
        Assert.Null(result.Estimate.Value);
        Assert.Equal(0.2, result.Estimate.Low);
    }

    [Fact]
    public void Exceedances_in_one_round_weigh_less_than_the_same_number_spread_over_all()
    {
        var spread = Judge(Rounds(10, 50, i => i == 0 ? 2 : 0.2));
        var rounds = Rounds(10, 50, _ => 0.2);
        rounds[0] = [.. Enumerable.Repeat(2.0, 10), .. Enumerable.Repeat(0.2, 40)];
        var clustered = Judge(rounds);
        Assert.Equal(spread.Exceedances, clustered.Exceedances);
        Assert.Equal(Verdict.Pass, spread.Verdict);
        Assert.Equal(Verdict.Unknown, clustered.Verdict);
        Assert.True(clustered.Estimate.DesignEffect > 5);
    }

    [Fact]
    public void A_share_that_equals_the_allowed_one_is_never_decided()
    {
        var result = Judge(Rounds(5, 20, i => i == 0 ? 2 : 0.2));
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Null(result.MoreSamples);
        Assert.Contains("no number would", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_more_samples_as_asked_for_decide()
    {
        var result = Judge(Rounds(5, 20, i => i == 0 ? 0.2 : 0.3, over: 2));
        Assert.Equal(Verdict.Unknown, result.Verdict);
        var total = result.Estimate.Samples + (int)result.MoreSamples!.Value;
        var over = (int)Math.Floor(result.Exceedances / (double)result.Estimate.Samples * total);
        Assert.True(ClopperPearson.Upper(over, total, 0.95) < 0.05);
    }

    [Fact]
    public void No_samples_are_unknown() => Assert.Equal(Verdict.Unknown, Judge([]).Verdict);

    [Fact]
    public void Rounds_without_samples_do_not_count() =>
        Assert.Equal(Verdict.Unknown, Judge([.. Rounds(4, 100, _ => 0.2), []]).Verdict);

    private static PercentileResult Judge(IReadOnlyList<IReadOnlyList<double>> rounds) =>
        PercentileVerdict.Judge(rounds, 95, 1, 0.95, "resume-latency p95", "s");

    /// <summary>Rounds of equal size; the first so many samples of all are over the limit.</summary>
    private static List<double[]> Rounds(int rounds, int size, Func<int, double> sample, int over = 0) =>
        [.. Enumerable.Range(0, rounds).Select(round => Enumerable.Range(0, size)
            .Select(i => (i * rounds) + round < over ? 5 : sample(i)).ToArray())];
}
