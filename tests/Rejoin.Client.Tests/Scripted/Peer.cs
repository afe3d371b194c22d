using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rejoin.Client.Tests.Scripted;

/// <summary>A session under test against a scripted server, and all that it handed over.</summary>
internal sealed class Peer : IAsyncDisposable
{
    public const string Token = "eyJsecret.eyJtoken.sig";
    private readonly ConcurrentQueue<SessionEvent> seen = new();

    public Peer(
        Func<RejoinSessionOptions, RejoinSessionOptions>? change = null, SessionCursor? cursor = null,
        ScriptedServer? server = null, Func<SessionEvent, CancellationToken, ValueTask>? handler = null)
    {
        Server = server ?? new ScriptedServer();
        var options = new RejoinSessionOptions { Uri = Server.Uri, AccessToken = _ => ValueTask.FromResult(Token) };
        Session = new RejoinSession(
            change?.Invoke(options) ?? options,
            async (e, ct) =>
            {
                seen.Enqueue(e);
                await (handler?.Invoke(e, ct) ?? ValueTask.CompletedTask);
            },
            cursor);
    }

    public ScriptedServer Server { get; }

    public RejoinSession Session { get; }

    public ScriptedLog Log { get; } = new();

    public IReadOnlyList<SessionEvent> Seen => [.. seen];

    public IReadOnlyList<long> Offsets => [.. Seen.OfType<LogEvent>().Select(e => e.Event.Offset)];

    public T Last<T>() => Seen.OfType<T>().Last();

    /// <summary>A new session whose log has some events, all processed.</summary>
    public async Task<ScriptedConnection> OpenAsync(int events = 0, JsonObject? limits = null)
    {
        var attempt = Session.ConnectAsync(Bounded.Token);
        var connection = await Server.UpgradeAsync();
        await connection.SayAsync(Said.Opened(limits: limits), Said.Replayed(0, Said.Zero));
        Assert.Null((await attempt.Within()).Error);
        for (var i = 0; i < events; i++)
        {
            await connection.SayAsync(Log.Add($"m{Log.Head + 1}"));
        }

        await ProcessedAsync(Log.Head);
        return connection;
    }

    /// <summary>A resume that the script answers as a right server would.</summary>
    public async Task<(ScriptedConnection Connection, ConnectResult Result)> ResumeAsync(long generation = 2)
    {
        var attempt = Session.ResumeAsync(Bounded.Token);
        var connection = await Server.UpgradeAsync();
        var from = long.Parse(connection.Header("Rejoin-Offset")!, null);
        await connection.SayAsync(Said.Resumed(from, Log.Head, generation));
        await connection.SayAsync(Log.After(from));
        await connection.SayAsync(Log.Replayed);
        return (connection, await attempt.Within());
    }

    public Task ProcessedAsync(long offset) =>
        Until.TrueAsync(() => Session.Cursor?.Offset == offset, $"offset {offset} is processed");

    public async ValueTask DisposeAsync()
    {
        // Abandoned first: no test waits for a closing handshake that its script does not answer.
        Session.Abandon();
        await Session.DisposeAsync();
        await Server.DisposeAsync();
    }
}
