namespace Rejoin.Runner.Tests.Seeds;

public sealed class SeedTests
{
    [Theory]
    [InlineData("0x5EED", 0x5EEDUL)]
    [InlineData("0X5eed", 0x5EEDUL)]
    [InlineData("24301", 24301UL)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    public void A_seed_is_read_in_decimal_and_in_hexadecimal(string text, ulong value)
    {
        Assert.True(Seed.TryParse(text, out var seed));
        Assert.Equal(value, seed.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("-1")]
    [InlineData("seed")]
    [InlineData("18446744073709551616")]
    public void Anything_else_is_no_seed(string text) => Assert.False(Seed.TryParse(text, out _));

    [Fact]
    public void A_printed_seed_reads_back() =>
        Assert.True(Seed.TryParse(new Seed(12345).ToString(), out var seed) && seed.Value == 12345);

    [Fact]
    public void The_same_seed_name_and_number_give_the_same_choices()
    {
        var first = new Seed(7).Derive("history", 3);
        var second = new Seed(7).Derive("history", 3);

        Assert.Equal(Draw(first), Draw(second));
    }

    [Fact]
    public void Another_seed_name_or_number_gives_other_choices()
    {
        var expected = Draw(new Seed(7).Derive("history", 3));

        Assert.NotEqual(expected, Draw(new Seed(8).Derive("history", 3)));
        Assert.NotEqual(expected, Draw(new Seed(7).Derive("absence", 3)));
        Assert.NotEqual(expected, Draw(new Seed(7).Derive("history", 4)));
    }

    private static int[] Draw(Random random) => [.. Enumerable.Range(0, 8).Select(_ => random.Next())];
}
