using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Tests.Codec;

public sealed class FrameScannerTests
{
    [Theory]
    [InlineData(new byte[] { 0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f }, Opcode.Text, true, false, 2, 5)]
    [InlineData(new byte[] { 0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58 }, Opcode.Text, true,
        true, 6, 5)]
    [InlineData(new byte[] { 0x01, 0x03, 0x48, 0x65, 0x6c }, Opcode.Text, false, false, 2, 3)]
    [InlineData(new byte[] { 0x80, 0x02, 0x6c, 0x6f }, Opcode.Continuation, true, false, 2, 2)]
    [InlineData(new byte[] { 0x89, 0x00 }, Opcode.Ping, true, false, 2, 0)]
    public void Scanner_reads_the_examples_of_the_standard(
        byte[] bytes, Opcode opcode, bool fin, bool masked, int header, int payload)
    {
        var (frame, end) = Assert.Single(FramesOf(bytes, bytes.Length));
        Assert.Equal((opcode, fin, masked), (frame.Opcode, frame.Fin, frame.Masked));
        Assert.Equal((header, (long)payload), (frame.HeaderLength, frame.PayloadLength));
        Assert.Equal(bytes.Length, end);
    }

    [Theory]
    [InlineData(125, 2)]
    [InlineData(126, 4)]
    [InlineData(65_535, 4)]
    [InlineData(65_536, 10)]
    public void Scanner_reads_every_form_of_length(int payload, int header)
    {
        var bytes = Peers.Frames.Make(Faults.Plans.Direction.ServiceToClient, payload);
        var (frame, end) = Assert.Single(FramesOf(bytes, 1000));
        Assert.Equal((header, (long)payload), (frame.HeaderLength, frame.PayloadLength));
        Assert.Equal(bytes.Length, end);
    }

    [Fact]
    public void Scanner_reports_the_same_frames_however_the_bytes_are_split()
    {
        const int seed = 0x5EED;
        var random = new Random(seed);
        for (var i = 0; i < 200_000; i++)
        {
            var bytes = i % 2 == 0 ? RandomFrames(random) : RandomBytes(random);
            var whole = FramesOf(bytes, bytes.Length);
            var split = FramesOf(bytes, () => random.Next(0, 5));
            Assert.True(whole.SequenceEqual(split), $"input {i} of seed {seed}: {Convert.ToHexString(bytes)}");
        }
    }

    [Fact]
    public void Scanner_reports_the_same_frames_split_at_each_byte()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = RandomFrames(random);
            var whole = FramesOf(bytes, bytes.Length);
            for (var at = 0; at <= bytes.Length; at++)
            {
                var first = at;
                Assert.Equal(whole, FramesOf(bytes, () => (first, first = bytes.Length).first));
            }
        }
    }

    [Fact]
    public void Scanner_knows_its_place_in_the_frame()
    {
        var bytes = Peers.Frames.Make(Faults.Plans.Direction.ClientToService, 200);
        var scanner = new FrameScanner();
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Equal(i, scanner.Position);
            Assert.Equal(i == 0, scanner.AtBoundary);
            scanner.Scan(bytes.AsSpan(i, 1), out _);
        }

        Assert.True(scanner.AtBoundary);
    }

    [Fact]
    public void Scanner_survives_a_length_with_the_highest_bit_set()
    {
        byte[] bytes = [0x82, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3];
        var scanner = new FrameScanner();
        Assert.Equal(FrameStep.HeaderRead, scanner.Scan(bytes, out var used));
        Assert.Equal(10, used);
        Assert.Equal(FrameStep.NeedMore, scanner.Scan(bytes.AsSpan(used), out _));
        Assert.Equal(13, scanner.Position);
    }

    [Fact]
    public void Scanner_allocates_nothing()
    {
        var bytes = RandomFrames(new Random(3));
        var scanner = new FrameScanner();
        scanner.Scan(bytes, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            scanner.Scan(bytes, out _);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<(FrameHeader Header, long End)> FramesOf(byte[] bytes, int piece) =>
        FramesOf(bytes, () => piece);

    /// <summary>The complete frames and where each ends, fed in pieces.</summary>
    private static List<(FrameHeader Header, long End)> FramesOf(byte[] bytes, Func<int> piece)
    {
        var found = new List<(FrameHeader, long)>();
        var scanner = new FrameScanner();
        for (var at = 0; at < bytes.Length || scanner.EndIsDue;)
        {
            var rest = bytes.AsSpan(at, Math.Min(Math.Max(0, piece()), bytes.Length - at));
            at += rest.Length;
            do
            {
                var step = scanner.Scan(rest, out var used);
                rest = rest[used..];
                if (step == FrameStep.FrameEnd)
                {
                    found.Add((scanner.Header, at - rest.Length));
                }
            }
            while (rest.Length > 0 || scanner.EndIsDue);
        }

        return found;
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(0, 24)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] RandomFrames(Random random)
    {
        var all = new List<byte>();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var direction = (Faults.Plans.Direction)random.Next(2);
            var payload = random.Next(20) == 0 ? random.Next(120, 140) : random.Next(0, 9);
            all.AddRange(Peers.Frames.Make(direction, payload, (Opcode)random.Next(16), random.Next(2) == 0));
        }

        return [.. all];
    }
}
