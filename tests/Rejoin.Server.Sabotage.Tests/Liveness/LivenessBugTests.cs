using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class LivenessBugTests
{
    private const int Sessions = 12;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuse_resume_refuses_some_sessions_every_time(bool planted)
    {
        await using var server = await TestServer.StartAsync("refuse-resume", planted);
        var refused = await RefusedAsync(server);
        Assert.Equal(planted, refused.Length > 0);
        Assert.NotEqual(Sessions, refused.Length);
        Assert.Equal(refused, await RefusedAsync(server));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Swallow_operation_leaves_one_read_without_an_answer(bool planted)
    {
        await using var server = await TestServer.StartAsync("swallow-operation", planted);
        var swallowed = 0;
        for (var session = 0; session < Sessions; session++)
        {
            using var first = await Peer.AttachAsync(server);
            await first.TalkAsync("m1", $"text {session}");
            await first.HistoryAsync("r1");
            using var second = await Peer.AttachAsync(server, resumes: first);
            await second.SendAsync(new Read { Id = "r2", What = ReadTarget.History });

            // Answers come in the order of the operations: what is missing now will not come.
            await second.ContextAsync("r3");
            swallowed += second.All.OfType<Answer>().Any(answer => answer.Id == "r2") ? 0 : 1;
            Assert.Equal(["m1"], (await second.HistoryAsync("r4")).Said());
        }

        Assert.Equal(planted, swallowed > 0);
        Assert.NotEqual(Sessions, swallowed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Announce_replay_sends_a_notice_for_each_missed_event_before_the_first(bool planted)
    {
        await using var server = await TestServer.StartAsync("announce-replay", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");

        using var second = await Peer.AttachAsync(server, resumes: first, offset: 1);

        var missed = (int)first.Offset - 1;
        Assert.Equal(planted ? missed : 0, second.All.Skip(1).TakeWhile(message => message is Notice).Count());
        Assert.Equal(Enumerable.Range(2, missed).Select(offset => (long)offset), second.ReplayedOffsets);
        await second.TalkAsync("m2");
    }

    [Fact]
    public async Task Slow_resume_holds_a_resume_up_and_lets_new_sessions_pass()
    {
        var clock = new BugClock(holds: true);
        await using var server = await TestServer.StartAsync("slow-resume", planted: true, clock);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        var resuming = Peer.AttachAsync(server, resumes: first);
        using var another = await Peer.AttachAsync(server);
        await another.TalkAsync("m1");
        await Until.TrueAsync(() => clock.Waits.Count == 1);
        Assert.False(resuming.IsCompleted);
        clock.LetGo();
        using var second = await resuming;
        Assert.Equal([TimeSpan.FromMilliseconds(1_200)], clock.Waits);
        Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal(["m1"], (await second.HistoryAsync("r1")).Said());
    }

    private static async Task<int[]> RefusedAsync(TestServer server)
    {
        var refused = new List<int>();
        for (var session = 0; session < Sessions; session++)
        {
            using var first = await Peer.AttachAsync(server);
            await first.TalkAsync("m1", $"text {session}");
            for (var attempt = 0; attempt < 2; attempt++)
            {
                using var again = await Peer.TryAttachAsync(server, "ada", first);
                if (again.RefusedWith == 503)
                {
                    refused.Add(session);
                }
                else
                {
                    Assert.Equal(101, again.RefusedWith);
                }
            }
        }

        Assert.All(refused.CountBy(session => session), count => Assert.Equal(2, count.Value));
        return [.. refused];
    }
}
