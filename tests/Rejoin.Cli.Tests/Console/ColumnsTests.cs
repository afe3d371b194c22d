namespace Rejoin.Cli.Tests;

public sealed class ColumnsTests
{
    [Fact]
    public void The_last_column_is_broken_at_spaces()
    {
        var output = new StringWriter();
        Columns.Write(output, [["a", "one two three four five six seven"], ["long", "x"]], 30);
        Assert.Equal("a     one two three four five\n      six seven\nlong  x\n", output.ToString());
    }

    [Fact]
    public void Nothing_is_nothing()
    {
        var output = new StringWriter();
        Columns.Write(output, [], 30);
        Assert.Equal(string.Empty, output.ToString());
    }
}
