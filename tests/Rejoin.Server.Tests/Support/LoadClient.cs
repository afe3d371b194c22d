using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

/// <summary>A client that works on one session over many lives of the server and remembers what it was
/// promised.</summary>
internal sealed class LoadClient(int number) : IDisposable
{
    private const int OutboxLimit = 16;
    private readonly List<ClientOperation> outbox = [];
    private TestClient? last;
    private int operations;

    public List<string> AckedSays { get; } = [];

    public List<string> AckedStarts { get; } = [];

    public HashSet<string> Seen { get; } = [];

    /// <summary>Works until the connection is lost.</summary>
    public async Task WorkAsync(ChildServer server, string token)
    {
        try
        {
            await ResumeAsync(server, token);
            while (true)
            {
                while (outbox.Count < OutboxLimit)
                {
                    outbox.Add(NextOperation());
                    await last!.SendAsync(outbox[^1]);
                }

                await TakeAsync();
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ClosedException)
        {
            last?.Drop();
        }
    }

    /// <summary>Reads the session when everything is finished, and compares it with what was promised.</summary>
    public async Task JudgeAsync(ChildServer server, string token)
    {
        await ResumeAsync(server, token);
        while (outbox.Count > 0)
        {
            await TakeAsync();
        }

        var client = last!;
        var reads = 0;
        await Until.TrueAsync(async () =>
            (await client.ReadAsync($"c{reads++}", ReadTarget.Context)).Context!.TurnsInFlight.Count == 0);
        var history = (await client.ReadAsync("h", ReadTarget.History)).History!;
        var says = history.Where(message => message.Role == MessageRole.User).Select(message => message.Id).ToList();
        Assert.Equal(says.Distinct(), says);
        Assert.Empty(AckedSays.Except(says));
        Assert.Equal(says.Count, history.Count(message => message.Role == MessageRole.Agent));
        var effects = (await client.ReadAsync("e", ReadTarget.Effects)).Effects!;
        Assert.All(effects, effect => Assert.Equal(1, effect.Applied));
        Assert.Equal(AckedStarts.Count, effects.Count);
        Assert.Equal(client.Digest.ToString(), (await client.ReadAsync("d", ReadTarget.History)).Digest);
    }

    public void Dispose() => last?.Dispose();

    private async Task ResumeAsync(ChildServer server, string token)
    {
        var previous = last;
        last = await TestClient.AttachAsync(server.Url, token, previous);
        Assert.True(previous is null || last.Verdict is Resumed, last.Verdict.ToString());
        previous?.Dispose();
        foreach (var operation in outbox)
        {
            await last.SendAsync(operation);
        }
    }

    private ClientOperation NextOperation() => ++operations % 8 == 0
        ? new Start { Id = $"w{number}-{operations}", Workflow = "one-step" }
        : new Say { Id = $"m{number}-{operations}", Text = $"text {operations}" };

    private async Task TakeAsync()
    {
        switch (await last!.ReadAsync())
        {
            case null:
                throw new ClosedException();
            case ServerAck ack:
                var operation = outbox.Find(waiting => waiting.Id == ack.Id);
                if (operation is not null)
                {
                    outbox.Remove(operation);
                    (operation is Say ? AckedSays : AckedStarts).Add(ack.Id);
                }

                break;
            case Refused { Code: RefusalCode.Limit } refused:
                outbox.RemoveAll(waiting => waiting.Id == refused.Id);
                break;
            case Refused refused:
                Assert.Fail(refused.ToString());
                break;
            case Event { Data: UserMessage message }:
                Assert.True(Seen.Add(message.Id), $"{message.Id} came twice");
                break;
            default:
                break;
        }
    }

    private sealed class ClosedException : Exception;
}
