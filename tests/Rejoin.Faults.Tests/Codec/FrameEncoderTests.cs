using System.Text;
using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Tests.Codec;

public sealed class FrameEncoderTests
{
    [Fact]
    public void Encoder_writes_the_ping_of_the_standard()
    {
        var target = new byte[FrameEncoder.MaxControlFrame];
        var length = FrameEncoder.WriteControl(target, Opcode.Ping, "Hello"u8, null);
        Assert.Equal("890548656C6C6F", Convert.ToHexString(target, 0, length));
    }

    [Fact]
    public void Encoder_writes_the_masked_pong_of_the_standard()
    {
        var target = new byte[FrameEncoder.MaxControlFrame];
        var length = FrameEncoder.WriteControl(target, Opcode.Pong, "Hello"u8, 0x37FA213D);
        Assert.Equal("8A8537FA213D7F9F4D5158", Convert.ToHexString(target, 0, length));
    }

    [Theory]
    [InlineData(1000, null, "880203E8")]
    [InlineData(4999, null, "88021387")]
    [InlineData(1001, 0x01020304u, "88820102030402EB")]
    public void Encoder_writes_close_codes(int code, uint? key, string expected)
    {
        var target = new byte[8];
        Assert.Equal(expected, Convert.ToHexString(target, 0, FrameEncoder.WriteClose(target, code, key)));
    }

    [Fact]
    public void Encoder_refuses_what_is_no_control_frame()
    {
        var target = new byte[1000];
        Assert.Throws<ArgumentException>(() => FrameEncoder.WriteControl(target, Opcode.Text, [], null));
        Assert.Throws<ArgumentException>(() => FrameEncoder.WriteControl(target, Opcode.Ping, new byte[126], null));
    }

    [Fact]
    public void Mask_of_a_stretch_equals_the_mask_of_the_whole()
    {
        var whole = Encoding.ASCII.GetBytes("the quick brown fox");
        var parts = (byte[])whole.Clone();
        FrameEncoder.Mask(whole, 0xA1B2C3D4, 0);
        for (var at = 0; at < parts.Length; at += 3)
        {
            FrameEncoder.Mask(parts.AsSpan(at, Math.Min(3, parts.Length - at)), 0xA1B2C3D4, at);
        }

        Assert.Equal(whole, parts);
    }
}
