using Rejoin.Runner;
using Rejoin.Server;

namespace Rejoin.Cli.Tests;

public sealed class ErrorMessageTests
{
    [Fact]
    public void An_unexpected_exception_is_an_error_of_the_tool()
    {
        var (text, code) = Written(new InvalidOperationException("Sequence contains no elements\r\n   at "
            + "Some.Place()"));
        Assert.Equal(70, code);
        Assert.Equal(
            "error: internal error: InvalidOperationException: Sequence contains no elements\n"
            + "hint: Run the command again with REJOIN_DEBUG=1 in the environment for the trace, and report it.\n",
            text);
    }

    [Fact]
    public void A_message_with_details_is_indented()
    {
        var (text, code) = Written(new RejoinException("Two things are wrong:\n  one\r\n  two", "Correct them."));
        Assert.Equal(64, code);
        Assert.Equal("error: Two things are wrong:\n  one\n  two\nhint: Correct them.\n", text);
    }

    [Fact]
    public void A_condition_of_the_server_is_a_wrong_configuration() =>
        Assert.Equal(64,
            Written(new RejoinServerException("port_in_use", "Port 1 is in use.", "Choose another.")).Code);

    [Fact]
    public void Control_characters_are_made_visible() =>
        Assert.DoesNotContain('\u001b', Written(new RejoinException("\u001b[2J", "\u001b[2J")).Text);

    private static (string Text, int Code) Written(Exception error)
    {
        var output = new StringWriter();
        var code = ErrorMessage.Of(error).Write(output);
        return (output.ToString(), code);
    }
}
