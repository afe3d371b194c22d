using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

/// <summary>A client of one connection that checks what the protocol promises of every connection: offsets without
/// gap or overlap, digests that are right.</summary>
internal sealed class TestClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ClientWebSocket socket = new();
    private byte[] buffer = new byte[65_536];

    private TestClient()
    {
    }

    public Verdict Verdict { get; private set; } = null!;

    public LogDigest Digest { get; set; }

    /// <summary>Whether the digest is known from the start of the epoch.</summary>
    public bool KnowsDigest { get; set; }

    public long Offset { get; private set; }

    public Replayed? Mark { get; private set; }

    public List<Event> Events { get; } = [];

    public List<string> Raw { get; } = [];

    public Snapshot? Snapshot { get; private set; }

    public WebSocketState State => socket.State;

    public int? CloseCode => (int?)socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    public Position Position => new(Verdict.Epoch, Offset);

    public static CancellationToken Bound() => new CancellationTokenSource(Patience).Token;

    /// <summary>A connection with its verdict, hello in the upgrade.</summary>
    public static Task<TestClient> AttachAsync(
        TestServer server, string token, TestClient? resumes = null, bool snapshots = true,
        Position? position = null, string? session = null) =>
        AttachAsync(server.Running.Url, token, resumes, snapshots, position, session);

    /// <summary>A connection with its verdict, hello in the upgrade.</summary>
    public static async Task<TestClient> AttachAsync(
        Uri url, string token, TestClient? resumes = null, bool snapshots = true,
        Position? position = null, string? session = null,
        Action<ClientWebSocketOptions>? change = null, HttpMessageHandler? through = null)
    {
        var client = new TestClient();
        client.socket.Options.AddSubProtocol(RejoinProtocol.Subprotocol);
        client.socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        session ??= resumes?.Verdict.Session;
        position ??= resumes?.Position;
        if (session is not null)
        {
            client.socket.Options.SetRequestHeader(AttachHeader.Session, session);
            client.socket.Options.SetRequestHeader(AttachHeader.Epoch, position!.Value.Epoch);
            client.socket.Options.SetRequestHeader(AttachHeader.Offset, $"{position.Value.Offset}");
        }

        if (!snapshots)
        {
            client.socket.Options.SetRequestHeader(AttachHeader.Snapshots, "0");
        }

        change?.Invoke(client.socket.Options);
        using var invoker = through is null ? null : new HttpMessageInvoker(through, disposeHandler: false);
        await client.socket.ConnectAsync(url, invoker, Bound());
        await client.TakeVerdictAsync(resumes);
        return client;
    }

    /// <summary>A connection that has not said hello.</summary>
    public static async Task<TestClient> ConnectAsync(TestServer server, Action<ClientWebSocketOptions>? change = null)
    {
        var client = new TestClient();
        client.socket.Options.AddSubProtocol(RejoinProtocol.Subprotocol);
        change?.Invoke(client.socket.Options);
        await client.socket.ConnectAsync(server.Running.Url, Bound());
        return client;
    }

    /// <summary>HTTP status with which an upgrade is refused, and its Retry-After in seconds.</summary>
    public static async Task<(int Status, int? RetryAfter)> RefusedAsync(
        TestServer server, Action<ClientWebSocketOptions> change)
    {
        using var client = new TestClient();
        client.socket.Options.CollectHttpResponseDetails = true;
        change(client.socket.Options);
        await Assert.ThrowsAsync<WebSocketException>(() => client.socket.ConnectAsync(server.Running.Url, Bound()));
        var headers = client.socket.HttpResponseHeaders;
        int? retryAfter = headers is not null && headers.TryGetValue("Retry-After", out var values)
            ? int.Parse(values.First(), System.Globalization.CultureInfo.InvariantCulture)
            : null;
        return ((int)client.socket.HttpStatusCode, retryAfter);
    }

    /// <summary>Says hello in the first message.</summary>
    public async Task<Verdict> HelloAsync(string token, TestClient? resumes = null)
    {
        await SendAsync(new Hello
        {
            Token = token,
            Session = resumes?.Verdict.Session,
            Epoch = resumes?.Position.Epoch,
            Offset = resumes?.Position.Offset,
        });
        await TakeVerdictAsync(resumes);
        return Verdict;
    }

    public Task SendAsync(ClientMessage message) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ClientMessage));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] utf8, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(utf8, type, true, Bound());

    /// <summary>The next message; null when the server has closed.</summary>
    public async Task<ServerMessage?> ReadAsync(CancellationToken? bound = null)
    {
        var count = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(count), bound ?? Bound());
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            count += result.Count;
            if (result.EndOfMessage)
            {
                break;
            }

            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        Raw.Add(Encoding.UTF8.GetString(buffer, 0, count));
        var message = MessageReader.ReadServer(buffer.AsSpan(0, count), out var reason);
        Assert.True(message is not null, reason);
        Check(message, buffer.AsSpan(0, count));
        return message;
    }

    /// <summary>The first message that fits; the others are only checked.</summary>
    public async Task<T> UntilAsync<T>(Func<T, bool>? fits = null)
        where T : class
    {
        var bound = Bound();
        while (true)
        {
            var message = await ReadAsync(bound);
            Assert.True(message is not null, $"closed {CloseCode} {CloseReason} while waiting for {typeof(T).Name}");
            if (message is T wanted && (fits is null || fits(wanted)))
            {
                return wanted;
            }
        }
    }

    public Task<Replayed> ReplayedAsync() => UntilAsync<Replayed>();

    /// <summary>The event that fits, among those that came already or will come.</summary>
    public async Task<TData> EventAsync<TData>(Func<TData, bool>? fits = null)
        where TData : EventData
    {
        var known = Events.Select(entry => entry.Data).OfType<TData>()
            .FirstOrDefault(data => fits is null || fits(data));
        return known ?? (TData)(await UntilAsync<Event>(
            entry => entry.Data is TData data && (fits is null || fits(data)))).Data;
    }

    public async Task<ServerAck> SayAsync(string id, string text = "hello")
    {
        await SendAsync(new Say { Id = id, Text = text });
        return await UntilAsync<ServerAck>(ack => ack.Id == id);
    }

    public async Task<Answer> ReadAsync(string id, ReadTarget what)
    {
        await SendAsync(new Read { Id = id, What = what });
        return await UntilAsync<Answer>(answer => answer.Id == id);
    }

    /// <summary>Reads until the server closes; the close code.</summary>
    public async Task<int> ClosedAsync()
    {
        var bound = Bound();
        while (await ReadAsync(bound) is not null)
        {
        }

        return CloseCode ?? 0;
    }

    /// <summary>Loses the connection without a close frame.</summary>
    public void Drop() => socket.Abort();

    public void Dispose() => socket.Dispose();

    private async Task TakeVerdictAsync(TestClient? resumes)
    {
        Verdict = Assert.IsAssignableFrom<Verdict>(await ReadAsync());
        if (Verdict is Resumed resumed)
        {
            Offset = resumed.From;
            KnowsDigest = resumes?.KnowsDigest ?? false;
            Digest = resumes?.Digest ?? default;
        }
        else
        {
            KnowsDigest = true;
        }
    }

    private void Check(ServerMessage message, ReadOnlySpan<byte> frame)
    {
        switch (message)
        {
            case Event entry:
                Assert.Equal(Offset + 1, entry.Offset);
                Offset = entry.Offset;
                Digest = Digest.Append(frame);
                Events.Add(entry);
                break;
            case Snapshot snapshot:
                Offset = snapshot.Offset;
                Assert.True(LogDigest.TryParse(snapshot.Digest, out var digest));
                Digest = digest;
                KnowsDigest = true;
                Snapshot = snapshot;
                break;
            case Replayed mark:
                Assert.Equal(Offset, mark.Offset);
                Assert.True(!KnowsDigest || mark.Digest == Digest.ToString(), "digest");
                Mark = mark;
                break;
        }
    }
}
