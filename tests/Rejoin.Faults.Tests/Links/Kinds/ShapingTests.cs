using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links.Kinds;

public sealed class ShapingTests
{
    private const Direction S2C = Direction.ServiceToClient;

    [Fact]
    public async Task Bandwidth_writes_pieces_at_its_rate()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(
            clock, Planned.InFrame(new() { Kind = FaultKind.Bandwidth, BytesPerSecond = 200 }, S2C));
        var frame = Frames.Make(S2C, 28);
        await pair.Service.SendAsync(frame);
        var got = new List<byte>();
        for (var piece = 0; piece < 3; piece++)
        {
            got.AddRange(await pair.Client.ReadExactlyAsync(10));
            await Until.TrueAsync(() => clock.Waiting == 1, "paced");
            Assert.True(pair.Client.IsSilent());
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(frame, got);
        pair.Link.Fired();
    }

    [Fact]
    public async Task Slice_with_a_pause_dribbles_byte_by_byte()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(
            clock, Planned.InFrame(new() { Kind = FaultKind.Slice, ChunkBytes = 1, DelayMs = 10 }, S2C));
        var frame = Frames.Make(S2C, 4);
        await pair.Service.SendAsync(frame);
        foreach (var expected in frame)
        {
            Assert.Equal([expected], await pair.Client.ReadExactlyAsync(1));
            await Until.TrueAsync(() => clock.Waiting == 1, "paused");
            Assert.True(pair.Client.IsSilent());
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        pair.Link.Fired();
    }

    [Fact]
    public async Task Coalesce_writes_what_came_within_its_time()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(
            clock, Planned.InFrame(new() { Kind = FaultKind.Coalesce, DelayMs = 100 }, S2C, position: "after"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        await pair.Client.ReadExactlyAsync(frame.Length);
        await Until.TrueAsync(() => pair.Link.Injections is [{ SettledAt: > 0 }], "fired");
        for (var i = 0; i < 3; i++)
        {
            await pair.Service.SendAsync(frame);
            await Until.TrueAsync(() => clock.Waiting == 1, "gathering");
        }

        Assert.True(pair.Client.IsSilent());
        await Until.TrueAsync(
            () =>
            {
                // A frame that the link had not read yet is gathered anew.
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return pair.Client.Socket.Available == 3 * frame.Length;
            },
            "written");
        Assert.Equal((byte[])[.. frame, .. frame, .. frame], await pair.Client.ReadExactlyAsync(3 * frame.Length));
    }

    [Fact]
    public async Task Jitter_holds_chunks_for_the_times_of_its_seed()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(clock, Planned.InFrame(
            new() { Kind = FaultKind.Jitter, DelayMs = 1000, Seed = 7 }, S2C, position: "after"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        await pair.Client.ReadExactlyAsync(frame.Length);
        await Until.TrueAsync(() => pair.Link.Injections is [{ SettledAt: > 0 }], "fired");
        var times = new Random(7);
        for (var i = 0; i < 3; i++)
        {
            await pair.Service.SendAsync(frame);
            await Until.TrueAsync(() => clock.Waiting == 1, "held");
            clock.Advance(TimeSpan.FromMilliseconds(times.Next(1001) - 1));
            Assert.True(pair.Client.IsSilent());
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(frame, await pair.Client.ReadExactlyAsync(frame.Length));
        }
    }
}
