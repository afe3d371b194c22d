using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

[Collection(Alone.Name)]
public sealed class LocationBugTests
{
    private const int Principals = 24;
    private const int Resumes = 24;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hide_move_says_of_no_attach_that_it_came_from_elsewhere(bool planted)
    {
        await using var server = await TestServer.StartAsync("hide-move", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, place: "away");
        using var third = await Peer.AttachAsync(server, resumes: second, place: "away");
        Assert.Equal([false, !planted, false], await server.MovesAsync(first.Verdict.Session));
        Assert.Equal(["m1"], (await third.HistoryAsync("r1")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Block_location_refuses_some_sessions_from_elsewhere_again_and_again(bool planted)
    {
        await using var server = await TestServer.StartAsync("block-location", planted);
        var refused = 0;
        for (var number = 0; number < Principals; number++)
        {
            var principal = $"principal {number}";
            using var first = await Peer.AttachAsync(server, principal);
            using var second = await Peer.AttachAsync(server, principal, first);
            using var third = await Peer.TryAttachAsync(server, principal, second, place: "away");
            using var fourth = await Peer.TryAttachAsync(server, principal, second, place: "away");
            Assert.Equal(third.RefusedWith, fourth.RefusedWith);
            refused += third.RefusedWith == 403 ? 1 : 0;
            using var fifth = await Peer.AttachAsync(server, principal, second);
            Assert.IsType<Resumed>(fifth.Verdict);
        }

        Assert.Equal(planted, refused > 0);
        Assert.True(refused < Principals);
    }

    [Fact]
    public async Task Slow_elsewhere_holds_up_resumes_from_another_place_than_before()
    {
        var clock = new BugClock();
        await using var server = await TestServer.StartAsync("slow-elsewhere", planted: true, clock);
        var peer = await Peer.AttachAsync(server);
        var waits = new List<int>();
        for (var number = 0; number < Resumes; number++)
        {
            // Home, home, away, away: every other resume moves.
            var place = (number + 1) / 2 % 2 == 0 ? "home" : "away";
            var next = await Peer.AttachAsync(server, resumes: peer, place: place);
            waits.Add(clock.Waits.Count);
            peer.Dispose();
            peer = next;
        }

        peer.Dispose();
        Assert.Equal(
            Enumerable.Range(0, Resumes).Select(number => number % 2 != 0).Prepend(false),
            await server.MovesAsync(peer.Verdict.Session));
        Assert.Equal(Enumerable.Range(0, Resumes).Select(number => (number + 1) / 2), waits);
        Assert.All(clock.Waits, wait => Assert.Equal(TimeSpan.FromMilliseconds(6), wait));
    }
}
