namespace Rejoin.Server.Tests;

public sealed class AgentTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("a longer text with several words in it")]
    [InlineData("🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃")]
    public void The_scripted_reply_is_the_whole_text_in_four_to_ten_pieces(string text)
    {
        var pieces = ScriptedReply.Pieces(text);
        Assert.InRange(pieces.Count, 4, 10);
        Assert.Equal("You said: " + text, string.Concat(pieces));
        Assert.Equal(pieces, ScriptedReply.Pieces(text));
        Assert.All(pieces, piece => Assert.False(char.IsLowSurrogate(piece[0]) || char.IsHighSurrogate(piece[^1])));
    }
}
