using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Plans;

public sealed class FramePositionTests
{
    [Theory]
    [InlineData("before")]
    [InlineData("header:1")]
    [InlineData("header:14")]
    [InlineData("afterHeader")]
    [InlineData("payload:1")]
    [InlineData("payload:5000000000")]
    [InlineData("middle")]
    [InlineData("last")]
    [InlineData("after")]
    public void Position_is_printed_as_it_is_parsed(string text) =>
        Assert.Equal(text, FramePosition.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Before")]
    [InlineData("header")]
    [InlineData("header:0")]
    [InlineData("header:15")]
    [InlineData("header:-1")]
    [InlineData("payload:")]
    [InlineData("payload: 1")]
    [InlineData("payload:1x")]
    [InlineData("middle:1")]
    public void Position_that_is_none_says_what_is_allowed(string text)
    {
        var error = Assert.Throws<FormatException>(() => FramePosition.Parse(text));
        Assert.Equal($"'{text}' is not a position in a frame. Allowed: before, header:j (j from 1 to 14), " +
            "afterHeader, payload:j (j from 1), middle, last, after.", error.Message);
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("header:6", 6)]
    [InlineData("header:7", null)]
    [InlineData("afterHeader", 6)]
    [InlineData("payload:5", 11)]
    [InlineData("payload:6", null)]
    [InlineData("middle", 8)]
    [InlineData("last", 10)]
    [InlineData("after", 11)]
    public void Position_lies_at_a_byte_of_a_frame(string text, int? expected) =>
        Assert.Equal(expected, (int?)FramePosition.Parse(text).OffsetIn(headerLength: 6, payloadLength: 5));

    [Fact]
    public void Last_needs_a_payload() =>
        Assert.Null(FramePosition.Last.OffsetIn(headerLength: 2, payloadLength: 0));
}
