namespace Rejoin.Statistics.Tests;

public sealed class ClopperPearsonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(1_000_000)]
    public void Upper_bound_of_what_never_happened_has_a_closed_form(int trials) =>
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / trials), ClopperPearson.Upper(0, trials, 0.95), 12);

    [Fact]
    public void What_never_happened_has_no_lower_bound_and_what_always_happened_no_upper_one()
    {
        Assert.Equal(0, ClopperPearson.Lower(0, 10, 0.95));
        Assert.Equal(1, ClopperPearson.Upper(10, 10, 0.95));
    }

    [Fact]
    public void Counts_need_not_be_whole() =>
        Assert.InRange(ClopperPearson.Upper(2.5, 100, 0.95), ClopperPearson.Upper(2, 100, 0.95),
            ClopperPearson.Upper(3, 100, 0.95));

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(11, 10, 0.95)]
    [InlineData(0, 0, 0.95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, double.NaN)]
    public void An_argument_out_of_its_range_is_refused(double times, double trials, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(times, trials, confidence));
}
