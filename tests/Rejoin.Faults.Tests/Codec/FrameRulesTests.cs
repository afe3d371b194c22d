using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Tests.Codec;

public sealed class FrameRulesTests
{
    [Theory]
    [InlineData("8100", false, false, FrameViolations.None)]
    [InlineData("8180 01020304", true, false, FrameViolations.None)]
    [InlineData("8100", true, false, FrameViolations.MaskMissing)]
    [InlineData("8180 01020304", false, false, FrameViolations.MaskUnexpected)]
    [InlineData("C100", false, false, FrameViolations.ReservedBits)]
    [InlineData("C100", false, true, FrameViolations.None)]
    [InlineData("A100", false, true, FrameViolations.ReservedBits)]
    [InlineData("C900", false, true, FrameViolations.ReservedBits)]
    [InlineData("8300", false, false, FrameViolations.ReservedOpcode)]
    [InlineData("8B00", false, false, FrameViolations.ReservedOpcode)]
    [InlineData("897E007E", false, false, FrameViolations.OversizeControl)]
    [InlineData("0900", false, false, FrameViolations.FragmentedControl)]
    [InlineData("8801", false, false, FrameViolations.TruncatedCloseCode)]
    [InlineData("817E0005", false, false, FrameViolations.LengthNotMinimal)]
    [InlineData("817F0000000000000005", false, false, FrameViolations.LengthNotMinimal)]
    [InlineData("817FFFFFFFFFFFFFFFFF", false, false, FrameViolations.LengthTooLarge)]
    [InlineData("8000", false, false, FrameViolations.ContinuationWithoutStart)]
    [InlineData("0B00", false, false, FrameViolations.ReservedOpcode | FrameViolations.FragmentedControl)]
    public void Rules_tell_what_one_header_breaks(string hex, bool masked, bool rsv1, FrameViolations expected) =>
        Assert.Equal(expected, new FrameRules(masked, rsv1).Check(HeaderOf(hex)));

    [Fact]
    public void Rules_follow_fragments_over_control_frames()
    {
        var rules = new FrameRules(masked: false, rsv1Allowed: false);
        Assert.Equal(FrameViolations.None, rules.Check(HeaderOf("0100")));
        Assert.Equal(FrameViolations.None, rules.Check(HeaderOf("8900")));
        Assert.Equal(FrameViolations.None, rules.Check(HeaderOf("0000")));
        Assert.Equal(FrameViolations.MessageInsideMessage, rules.Check(HeaderOf("0200")));
        Assert.Equal(FrameViolations.None, rules.Check(HeaderOf("8000")));
        Assert.Equal(FrameViolations.ContinuationWithoutStart, rules.Check(HeaderOf("8000")));
    }

    private static FrameHeader HeaderOf(string hex)
    {
        var scanner = new FrameScanner();
        var step = scanner.Scan(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), out _);
        Assert.Equal(FrameStep.HeaderRead, step);
        return scanner.Header;
    }
}
