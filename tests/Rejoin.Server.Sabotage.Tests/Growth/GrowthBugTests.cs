using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

[Collection(Alone.Name)]
public sealed class GrowthBugTests
{
    private const int Cycles = 400;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keep_memory_keeps_10_kB_of_every_attach(bool planted)
    {
        const double Bytes = 10_240;
        await using var server = await TestServer.StartAsync("keep-memory", planted);
        await CycleAsync(server);
        var before = (await server.CountAsync()).HeapBytes;
        await CycleAsync(server);
        var kept = ((await server.CountAsync()).HeapBytes - before) / (double)Cycles;
        Assert.True(planted ? kept > Bytes * 0.8 : kept < Bytes * 0.4, $"{kept} bytes per attach");
    }

    [Fact]
    public async Task Slower_per_cycle_takes_3_percent_longer_with_every_resume()
    {
        await using var server = await TestServer.StartAsync("slower-per-cycle", planted: true);
        var peer = await Peer.AttachAsync(server);
        var elapsed = new List<double>();
        for (var cycle = 1; cycle <= 20; cycle++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            var next = await Peer.AttachAsync(server, resumes: peer);
            elapsed.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
            Assert.True(elapsed[^1] >= Math.Floor(80 * Math.Pow(1.03, cycle)), $"{cycle}: {elapsed[^1]} ms");
            peer.Dispose();
            peer = next;
        }

        peer.Dispose();
        Assert.True(elapsed[^1] >= 144);
    }

    private static async Task CycleAsync(TestServer server)
    {
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            using var peer = await Peer.AttachAsync(server);
            await peer.SendAsync(new Leave { Id = "l1" });
            await peer.ClosedAsync();
        }
    }
}
