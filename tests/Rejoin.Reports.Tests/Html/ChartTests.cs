using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports.Tests.Html;

public sealed class ChartTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(500, 0.35)]
    [InlineData(1_000, 0.7)]
    [InlineData(9_000, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void An_upper_limit_stands_at_seventy_percent(double value, double place) =>
        Assert.Equal(place, IntervalScale.Of(Objective(1_000, 400, LimitDirection.Below)).Place(value), 9);

    [Theory]
    [InlineData(100, 1)]
    [InlineData(95, 0.3)]
    [InlineData(94, 0.16)]
    public void A_lower_limit_stands_at_thirty_percent(double value, double place) =>
        Assert.Equal(place, IntervalScale.Of(Objective(95, 100, LimitDirection.Above)).Place(value), 9);

    [Fact]
    public void A_value_below_zero_moves_the_left_edge()
    {
        var scale = IntervalScale.Of(Objective(2, -0.5, LimitDirection.Below));
        Assert.Equal(0, scale.Place(-0.5), 9);
        Assert.Equal(0.7, scale.Place(2), 9);
    }

    [Fact]
    public void The_axis_of_times_has_whole_powers_of_ten()
    {
        var axis = LogAxis.Of([1.5, 40, 2_500]);
        Assert.Equal(["1 ms", "10 ms", "100 ms", "1 s", "10 s"], axis.Ticks().Select(tick => tick.Name));
        Assert.Equal(0.25, axis.Place(10), 9);
        Assert.Equal(0, axis.Place(0), 9);
    }

    [Fact]
    public void A_distribution_keeps_every_sample_of_few_and_the_ends_of_many()
    {
        var few = DistributionDocument.Of("x", "ms", [3, 1, double.PositiveInfinity, 2])!;
        Assert.Equal([1, 2, 3], few.Values);
        Assert.Equal((4, 1, 0.75), (few.Samples, few.Unfinished, few.ShareAtMost(2)));

        var many = DistributionDocument.Of("x", "ms", [.. Enumerable.Range(1, 2_000).Select(value => (double)value)])!;
        Assert.Equal(DistributionDocument.ValuesAtMost, many.Values.Count);
        Assert.Equal((1, 2_000), (many.Values[0], many.Values[^1]));
        Assert.All(Enumerable.Range(0, 101), at => Assert.Equal(many.Values[at] / 2_000, many.ShareAtMost(at), 9));
        Assert.Null(DistributionDocument.Of("x", "ms", []));
    }

    private static ObjectiveDocument Objective(double limit, double estimate, LimitDirection direction) => new()
    {
        Id = "x", Measure = "x", Limit = limit, Estimate = estimate, Direction = direction, Unit = "ms", Samples = 1,
    };
}
