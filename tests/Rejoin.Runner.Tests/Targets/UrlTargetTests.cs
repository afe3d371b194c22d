namespace Rejoin.Runner.Tests.Targets;

public sealed class UrlTargetTests
{
    [Fact]
    public void An_address_that_is_no_WebSocket_is_refused() =>
        Assert.Equal(64,
            Assert.Throws<RejoinException>(() => new UrlTarget(new Uri("http://127.0.0.1/ws"), ["t"])).ExitCode);

    [Fact]
    public void A_target_without_a_token_is_refused() =>
        Assert.Throws<RejoinException>(() => new UrlTarget(new Uri("ws://127.0.0.1/ws"), []));

    [Fact]
    public void The_description_holds_neither_query_nor_user_information()
    {
        var target = new UrlTarget(new Uri("ws://ada:secret@127.0.0.1:8080/ws?token=abc"), ["t"]);

        Assert.Equal("url ws://127.0.0.1:8080/ws", target.Description);
    }
}
