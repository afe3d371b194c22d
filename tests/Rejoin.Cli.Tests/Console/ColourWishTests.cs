namespace Rejoin.Cli.Tests;

public sealed class ColourWishTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "NO_COLOR=")]
    [InlineData(null, "TERM=xterm-256color")]
    [InlineData(null, "CLICOLOR=1")]
    [InlineData(null, "CLICOLOR_FORCE=0")]
    [InlineData(false, "NO_COLOR=1")]
    [InlineData(false, "NO_COLOR=0")]
    [InlineData(false, "CLICOLOR=0")]
    [InlineData(false, "TERM=dumb")]
    [InlineData(false, "FORCE_COLOR=0")]
    [InlineData(false, "NO_COLOR=1", "FORCE_COLOR=1")]
    [InlineData(true, "FORCE_COLOR=1")]
    [InlineData(true, "FORCE_COLOR=3", "TERM=dumb")]
    [InlineData(true, "CLICOLOR_FORCE=1", "CLICOLOR=0")]
    public void The_environment_decides(bool? wanted, params string[] environment)
    {
        var variables = environment.Select(each => each.Split('=')).ToDictionary(each => each[0], each => each[1]);
        Assert.Equal(wanted, ColourWish.Of(name => variables.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData(true, true, null, false)]
    [InlineData(false, false, null, false)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, true)]
    public void The_option_goes_before_the_environment_and_that_before_the_stream(
        bool coloured, bool isTerminal, bool? wanted, bool noColour)
    {
        var terminal = new Terminal { Output = TextWriter.Null, Error = TextWriter.Null, ColourWanted = wanted };
        Assert.Equal(coloured, terminal.IsColoured(isTerminal, noColour));
    }
}
