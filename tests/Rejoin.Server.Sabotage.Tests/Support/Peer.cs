using System.Net.WebSockets;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>A client of one connection that writes down everything it gets and judges nothing.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ClientWebSocket socket = new();
    private readonly Lock gate = new();
    private readonly List<ServerMessage> messages = [];
    private TaskCompletionSource changed = New();
    private bool isClosed;

    private Peer()
    {
    }

    /// <summary>First message of the server.</summary>
    public Verdict Verdict => (Verdict)All[0];

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<ServerMessage> All
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    public IReadOnlyList<Event> Events => [.. All.OfType<Event>()];

    /// <summary>Events before the mark of the end of the replay.</summary>
    public IReadOnlyList<long> ReplayedOffsets =>
        [.. All.TakeWhile(message => message is not Replayed).OfType<Event>().Select(entry => entry.Offset)];

    /// <summary>Newest offset that was received or presented.</summary>
    public long Offset { get; private set; }

    public int? CloseCode => (int?)socket.CloseStatus;

    public int RefusedWith => (int)socket.HttpStatusCode;

    /// <summary>A connection up to the end of its replay; resumes from the other's position if there is one.</summary>
    public static async Task<Peer> AttachAsync(
        TestServer server, string principal = "ada", Peer? resumes = null, long? offset = null, string place = "home")
    {
        var peer = await TryAttachAsync(server, principal, resumes, offset, place);
        Assert.True(peer.RefusedWith is 0 or 101, $"refused with {peer.RefusedWith}");
        await peer.UntilAsync(() => peer.messages.Exists(message => message is Replayed));
        return peer;
    }

    /// <summary>A connection, or a refusal of the upgrade.</summary>
    public static async Task<Peer> TryAttachAsync(
        TestServer server, string principal, Peer? resumes, long? offset = null, string place = "home")
    {
        var peer = new Peer { Offset = offset ?? resumes?.Offset ?? 0 };
        peer.socket.Options.CollectHttpResponseDetails = true;
        peer.socket.Options.AddSubProtocol(RejoinProtocol.Subprotocol);
        peer.socket.Options.SetRequestHeader("Authorization", "Bearer " + await server.TokenAsync(principal));
        peer.socket.Options.SetRequestHeader("User-Agent", place);
        if (resumes is not null)
        {
            peer.socket.Options.SetRequestHeader(AttachHeader.Session, resumes.Verdict.Session);
            peer.socket.Options.SetRequestHeader(AttachHeader.Epoch, resumes.Verdict.Epoch);
            peer.socket.Options.SetRequestHeader(AttachHeader.Offset, $"{peer.Offset}");
        }

        using var bound = new CancellationTokenSource(Patience);
        try
        {
            await peer.socket.ConnectAsync(server.Url, bound.Token);
            _ = peer.ReceiveAsync();
        }
        catch (WebSocketException) when (peer.RefusedWith >= 400)
        {
            Assert.Null(peer.socket.CloseStatus);
        }

        return peer;
    }

    public async Task SendAsync(ClientMessage message)
    {
        using var bound = new CancellationTokenSource(Patience);
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ClientMessage),
            WebSocketMessageType.Text,
            true,
            bound.Token);
    }

    /// <summary>Says something; its ack.</summary>
    public async Task<ServerAck> SayAsync(string id, string text = "hello out there")
    {
        await SendAsync(new Say { Id = id, Text = text });
        return await UntilAsync<ServerAck>(ack => ack.Id == id);
    }

    /// <summary>Says something and waits for the reply; the reply.</summary>
    public async Task<string> TalkAsync(string id, string text = "hello out there")
    {
        await SayAsync(id, text);
        return await ReplyAsync(id);
    }

    public async Task<string> ReplyAsync(string turn)
    {
        var entry = await UntilAsync<Event>(entry => entry.Data is AgentMessage message && message.Turn == turn);
        return ((AgentMessage)entry.Data).Text;
    }

    public async Task<IReadOnlyList<HistoryMessage>> HistoryAsync(string id)
    {
        await SendAsync(new Read { Id = id, What = ReadTarget.History });
        return (await UntilAsync<Answer>(answer => answer.Id == id)).History!;
    }

    public async Task<SessionContext> ContextAsync(string id)
    {
        await SendAsync(new Read { Id = id, What = ReadTarget.Context });
        return (await UntilAsync<Answer>(answer => answer.Id == id)).Context!;
    }

    public async Task<IReadOnlyList<Effect>> EffectsAsync(string id)
    {
        await SendAsync(new Read { Id = id, What = ReadTarget.Effects });
        return (await UntilAsync<Answer>(answer => answer.Id == id)).Effects!;
    }

    /// <summary>Sets a value of the memory; its ack.</summary>
    public async Task<ServerAck> SetAsync(
        string id, string key, string value, ValueScope scope = ValueScope.Memory)
    {
        await SendAsync(new Set
        {
            Id = id, Scope = scope, Key = key, Value = JsonSerializer.SerializeToElement(value),
        });
        return await UntilAsync<ServerAck>(ack => ack.Id == id);
    }

    /// <summary>Starts a workflow of five steps and waits for its end.</summary>
    public async Task WorkAsync(string id)
    {
        await SendAsync(new Start { Id = id, Workflow = "five-steps" });
        await UntilAsync<Event>(entry => entry.Data is WorkflowCompleted done && done.Workflow == id);
    }

    /// <summary>Waits for the close; its code.</summary>
    public async Task<int?> ClosedAsync()
    {
        await UntilAsync(() => isClosed);
        return CloseCode;
    }

    /// <summary>Waits for a message that fits, or finds it among those that came.</summary>
    public async Task<T> UntilAsync<T>(Func<T, bool> fits)
        where T : ServerMessage
    {
        T? found = null;
        await UntilAsync(() => (found = messages.OfType<T>().FirstOrDefault(fits)) is not null);
        return found!;
    }

    /// <summary>Loses the connection without a close frame.</summary>
    public void Drop() => socket.Abort();

    public void Dispose() => socket.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (condition())
                {
                    return;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(bound.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Not within {Patience}; received: {string.Join(", ", All)}");
            }
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 18];
        try
        {
            while (true)
            {
                var count = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None);
                    count += result.Count;
                }
                while (!result.EndOfMessage);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                Take(MessageReader.ReadServer(buffer.AsSpan(0, count), out _)!);
            }
        }
        catch (Exception error) when (
            error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Dropped by the test, or by the server without a close.
        }

        Change(() => isClosed = true);
    }

    private void Take(ServerMessage message) => Change(() =>
    {
        messages.Add(message);
        Offset = message switch
        {
            Reset => 0,
            Snapshot snapshot => snapshot.Offset,
            Event entry => Math.Max(Offset, entry.Offset),
            _ => Offset,
        };
    });

    private void Change(Action change)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            change();
            wake = changed;
            changed = New();
        }

        wake.SetResult();
    }
}
