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
        const int Resumes = 20;
        var clock = new BugClock();
        await using var server = await TestServer.StartAsync("slower-per-cycle", planted: true, clock);
        var peer = await Peer.AttachAsync(server);
        for (var cycle = 1; cycle <= Resumes; cycle++)
        {
            var next = await Peer.AttachAsync(server, resumes: peer);
            peer.Dispose();
            peer = next;
        }

        peer.Dispose();
        Assert.Equal(
            Enumerable.Range(1, Resumes).Select(cycle => Math.Floor(80 * Math.Pow(1.03, cycle))),
            clock.Waits.Select(wait => Math.Floor(wait.TotalMilliseconds)));
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
