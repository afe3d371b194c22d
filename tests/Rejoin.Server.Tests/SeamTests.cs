using System.Collections.Concurrent;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class SeamTests
{
    [Fact]
    public async Task Every_hook_gets_the_part_and_its_return_value_is_used()
    {
        var hooked = new ConcurrentBag<string>();
        T Note<T>(T part)
        {
            hooked.Add(typeof(T).Name);
            return part;
        }

        var seams = new ServerSeams
        {
            Store = Note,
            Attach = inner => new Renamed(Note(inner)),
            ResumePolicy = Note,
            Takeover = Note,
            Places = Note,
            Replay = Note,
            Operations = Note,
            Reads = Note,
            Writer = Note,
            Agent = Note,
        };
        await using var server = await TestServer.StartAsync(seams: seams);
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        Assert.Equal("somebody", client.Verdict.Principal);
        Assert.Equal(
            [
                nameof(IAgent), nameof(IAttachHandler), nameof(IConnectionPlaces), nameof(IConnectionWriter),
                nameof(IOperationHandler), nameof(IReadModel), nameof(IReplaySource), nameof(IResumePolicy),
                nameof(ISessionStore), nameof(ITakeover),
            ],
            hooked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_verdict_can_be_put_on_another_session_as_a_planted_bug_would()
    {
        await using var server = await TestServer.StartAsync(seams: new ServerSeams
        {
            Attach = inner => new Amnesia(inner),
        });
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1");
        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 0));
        Assert.IsType<Resumed>(second.Verdict);
        await second.ReplayedAsync();
        Assert.Empty((await second.ReadAsync("r", ReadTarget.History)).History!);
    }

    private sealed class Renamed(IAttachHandler inner) : IAttachHandler
    {
        public async Task<AttachOutcome> AttachAsync(AttachRequest request, CancellationToken cancellationToken)
        {
            var outcome = await inner.AttachAsync(request, cancellationToken);
            return outcome with { Verdict = outcome.Verdict! with { Principal = "somebody" } };
        }
    }

    private sealed class Amnesia(IAttachHandler inner) : IAttachHandler
    {
        public async Task<AttachOutcome> AttachAsync(AttachRequest request, CancellationToken cancellationToken)
        {
            var fresh = await inner.AttachAsync(request with { Session = null }, cancellationToken);
            return request.Session is null
                ? fresh
                : fresh with
                {
                    Verdict = new Resumed
                    {
                        Session = request.Session,
                        Principal = request.Principal,
                        Epoch = request.Position.Epoch,
                        Head = request.Position.Offset,
                        Generation = 2,
                        Limits = fresh.Verdict!.Limits,
                        From = request.Position.Offset,
                        Mode = ResumeMode.Replay,
                        Degraded = false,
                    },
                };
        }
    }
}
