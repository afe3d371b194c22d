namespace Rejoin.Statistics.Tests;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(50, 5)]
    [InlineData(95, 10)]
    [InlineData(90, 9)]
    [InlineData(1, 1)]
    public void A_percentile_is_the_sample_at_its_rank(double percentile, double expected) =>
        Assert.Equal(expected, Percentile.Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percentile));

    [Fact]
    public void No_samples_have_no_percentile() => Assert.Null(Percentile.Of([], 50));

    [Fact]
    public void What_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => Percentile.Of([1, double.NaN], 50));

    [Fact]
    public void A_rank_does_not_suffer_from_rounding() =>
        Assert.Equal(95, Percentile.Of(Enumerable.Range(1, 100).Select(n => (double)n), 95));
}
