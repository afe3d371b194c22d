using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Run;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("contract.yaml", "contract.yaml")]
    [InlineData("wss://example.org:443/ws", "wss://example.org:443/ws")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("ws://h/ws?a=1&b=2", "'ws://h/ws?a=1&b=2'")]
    [InlineData("$(rm -rf .)", "'$(rm -rf .)'")]
    public void A_shell_takes_back_what_was_given(string value, string word) => Assert.Equal(word, ShellWord.Of(value));
}
