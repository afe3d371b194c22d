using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The parts of a server, put together; everything but the sockets that it listens on.</summary>
internal sealed class ServerCore : IAsyncDisposable
{
    private readonly ServerOptions options;
    private readonly DataFolder folder;
    private readonly SqliteSessionStore file;
    private readonly ISessionStore store;
    private readonly SessionDirectory directory;
    private readonly TurnRunner turns;
    private readonly Admission admission;
    private readonly WebSocketEndpoint webSockets;
    private readonly TokenEndpoint? tokenEndpoint;
    private readonly AdminEndpoint? admin;
    private readonly SessionSweep sweep;
    private readonly CancellationTokenSource stopping = new();
    private readonly ILogger log;
    private Task sweeping = Task.CompletedTask;
    private bool disposed;

    public ServerCore(ServerOptions options, ServerSeams seams, ILogger log)
    {
        this.options = options;
        this.log = log;
        Time = seams.Time ?? new ShiftedTimeProvider();
        folder = DataFolder.Open(options.DataFolder);
        try
        {
            var keys = TokenKeys.Load(options);
            file = SqliteSessionStore.Open(
                folder.DatabasePath, options.GroupCommit, options.Limits.StoreQueue, Time, log);
            store = Through(seams.Store, file);
            var tokens = new TokenValidator(keys, options.Issuer, options.Audience, Time, log);
            var sessions = new SessionServices(store, options.Limits, Time, log)
            {
                Takeover = Through(seams.Takeover, new Takeover()),
            };
            directory = new SessionDirectory(sessions);
            turns = new TurnRunner(Through(seams.Agent, MakeAgent(seams)), Time, log);
            sessions.Turns = turns;
            var places = Through(seams.Places, new ConnectionPlaces(options.Limits.Connections));
            Registry = new ConnectionRegistry(options.Limits, places);
            admission = new Admission(tokens, Through(seams.Attach, MakeAttach(seams)), options.Limits, log);
            webSockets = MakeEndpoint(seams, tokens);
            sweep = new SessionSweep(directory, store, options.Windows, Time, log);
            tokenEndpoint = keys.DevKey is null
                ? null
                : new TokenEndpoint(
                    new DevIssuer(keys.DevKey, options.Issuer, options.Audience, Time), options.AllowedOrigins);
            admin = options.Admin is null ? null : new AdminEndpoint(options.Admin, Time, store, Count);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public ShiftedTimeProvider Time { get; }

    public ISessionStore Store => store;

    public ConnectionRegistry Registry { get; }

    /// <summary>Completes when the storage fails.</summary>
    public Task<Exception> Failed => file.Failed;

    /// <summary>Goes on with what an earlier process left behind, and begins the recurring work.</summary>
    public async Task StartAsync()
    {
        var interrupted = await store.FindInterruptedAsync().ConfigureAwait(false);
        StoreLog.Opened(log, interrupted.Count);
        if (options.Dev)
        {
            AuthLog.DevIssuer(log);
        }

        foreach (var session in interrupted)
        {
            try
            {
                await directory.GetAsync(session).ConfigureAwait(false);
            }
            catch (CorruptLogException error)
            {
                // It has its tombstone; the others go on.
                SessionLog.Faulted(log, session, error);
            }
        }

        sweeping = sweep.RunAsync(stopping.Token);
    }

    public Task HandleAsync(HttpContext http)
    {
        if (http.Features.Get<AdminListener>() is not null)
        {
            return admin!.HandleAsync(http);
        }

        switch (http.Request.Path.Value)
        {
            case "/ws":
                return webSockets.HandleAsync(http);
            case "/token" when tokenEndpoint is not null:
                return tokenEndpoint.HandleAsync(http);
            case "/healthz":
                var isHealthy = !Registry.IsDraining && !file.Failed.IsCompleted;
                http.Response.StatusCode = isHealthy
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status503ServiceUnavailable;
                return http.Response.WriteAsync(isHealthy ? "ok\n" : "not ready\n", http.RequestAborted);
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    public AdminCounters Count()
    {
        // Live bytes at the last full collection: the room between them, and what threads hold in advance, is no
        // growth.
        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        var sessions = directory.Loaded;
        var counters = store.Counters;
        return new AdminCounters(
            sessions.Count,
            sessions.Count(session => session.IsAttached),
            Registry.Count,
            turns.InFlight,
            counters.Commits,
            counters.Events,
            heap.HeapSizeBytes - heap.FragmentedBytes);
    }

    /// <summary>Ends what goes on in memory and writes down what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        await EndAsync().ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
        folder.Dispose();
    }

    /// <summary>Ends as a crash would: nothing that waits is written.</summary>
    public async Task AbandonAsync()
    {
        if (disposed)
        {
            return;
        }

        await file.AbandonAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
        folder.Dispose();
    }

    private async Task EndAsync()
    {
        disposed = true;
        await stopping.CancelAsync().ConfigureAwait(false);
        await sweeping.ConfigureAwait(false);
        foreach (var session in directory.Loaded)
        {
            session.Stop(CloseCode.ServiceRestart);
        }

        var patience = TimeSpan.FromSeconds(2);
        var since = TimeProvider.System.GetTimestamp();
        while (turns.InFlight > 0 && TimeProvider.System.GetElapsedTime(since) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System).ConfigureAwait(false);
        }

        admission.Dispose();
        stopping.Dispose();
    }

    private ChatAgent MakeAgent(ServerSeams seams)
    {
        var model = seams.ChatClient
            ?? new ScriptedChatClient(TimeSpan.FromMilliseconds(options.Agent.PieceDelayMs), Time);
        var runner = new WorkflowRunner(
            new WorkflowRegistry(), TimeSpan.FromMilliseconds(options.Agent.ToolDelayMs), Time);
        return new ChatAgent(model, runner, options.Limits);
    }

    private AttachHandler MakeAttach(ServerSeams seams) => new(
        store,
        directory,
        Through(seams.ResumePolicy, new ResumePolicy(options.Windows)),
        options.Limits,
        new AnnouncedLimits
        {
            MessageBytes = options.Limits.MessageBytes,
            PendingOperations = options.Limits.PendingOperations,
            AckEveryEvents = options.Limits.AckEveryEvents,
            BriefMs = options.Windows.BriefMs,
            ResumableMs = options.Windows.ResumableMs,
            RetainedEvents = options.Limits.RetainedEvents,
            HeartbeatMs = options.HeartbeatMs,
        },
        Time,
        log);

    private WebSocketEndpoint MakeEndpoint(ServerSeams seams, TokenValidator tokens)
    {
        var reads = Through(seams.Reads, new ReadModel(store));
        var operations = new OperationHandler(options.Limits, new WorkflowRegistry(), reads, tokens, directory);
        var services = new ConnectionServices(
            options.Limits,
            Through(seams.Operations, operations),
            Through(seams.Replay, new ReplaySource(store)),
            seams.Writer ?? (static writer => writer),
            Time,
            log);
        return new WebSocketEndpoint(options, Registry, admission, services, log);
    }

    private static T Through<T>(Func<T, T>? hook, T part) => hook is null ? part : hook(part);
}
