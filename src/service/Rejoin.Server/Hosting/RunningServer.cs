using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>A server that runs until it is drained, disposed, or its storage fails.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly ServerOptions options;
    private readonly WebApplication app;
    private readonly ServerCore core;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> signals = [];
    private Task? ending;

    internal RunningServer(
        ServerOptions options, WebApplication app, ServerCore core, IReadOnlyList<Uri> addresses, ILogger log)
    {
        this.options = options;
        this.app = app;
        this.core = core;
        this.log = log;
        HttpUrl = addresses[0];
        AdminUrl = addresses.Count > 1 ? addresses[1] : null;
        Url = new UriBuilder(HttpUrl)
        {
            Scheme = HttpUrl.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
            Path = "/ws",
        }.Uri;
        _ = WatchStorageAsync();
        if (options.HandleSignals)
        {
            signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, DrainOnSignal));
            signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, DrainOnSignal));
        }
    }

    /// <summary>Address of the WebSocket endpoint: <c>ws://127.0.0.1:port/ws</c>, or <c>wss</c>.</summary>
    public Uri Url { get; }

    /// <summary>Address of the HTTP endpoints <c>/healthz</c> and <c>/token</c>.</summary>
    public Uri HttpUrl { get; }

    /// <summary>Address of the admin channel; null = there is none.</summary>
    public Uri? AdminUrl { get; }

    /// <summary>Clock of the server.</summary>
    public ShiftedTimeProvider Time => core.Time;

    /// <summary>Task that completes when the server has ended; faulted with <see cref="StoreFailedException"/> when
    /// its storage failed.</summary>
    public Task Stopped => stopped.Task;

    internal ISessionStore Store => core.Store;

    /// <summary>Counts now, without a collection.</summary>
    public AdminCounters Count() => core.Count();

    /// <summary>Ends gracefully: no new connections (503), a notice, close 1012 with a spread retry hint, what is
    /// durable stays. A second call waits for the first.</summary>
    public Task DrainAsync(CancellationToken cancellationToken = default) =>
        EndOnceAsync(DrainConnectionsAsync).WaitAsync(cancellationToken);

    /// <summary>Ends as a crash would: connections are cut, nothing that waits is written.</summary>
    public Task AbortAsync() => EndOnceAsync(async () =>
    {
        await core.AbandonAsync().ConfigureAwait(false);
        foreach (var connection in core.Registry.All)
        {
            connection.Abort();
        }
    });

    /// <summary>Ends the server; drains it if that was not done.</summary>
    public ValueTask DisposeAsync() => new(EndOnceAsync(DrainConnectionsAsync));

    private Task EndOnceAsync(Func<Task> first)
    {
        lock (gate)
        {
            return ending ??= Task.Run(() => EndAsync(first));
        }
    }

    private async Task EndAsync(Func<Task> first)
    {
        core.Registry.StartDrain();
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        await first().ConfigureAwait(false);
        await core.DisposeAsync().ConfigureAwait(false);
        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        stopped.TrySetResult();
    }

    private async Task DrainConnectionsAsync()
    {
        var connections = core.Registry.All;
        ConnectionLog.Draining(log, connections.Count);
        var notice = MessageFrame.Of(new Notice { Code = NoticeCode.Draining, InMs = options.Drain.NoticeMs });
        foreach (var connection in connections)
        {
            connection.Send(notice);
        }

        if (options.Drain.NoticeMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(options.Drain.NoticeMs), core.Time).ConfigureAwait(false);
        }

        foreach (var connection in connections)
        {
            var delay = options.Drain.RetryAfterMs + RandomNumberGenerator.GetInt32(options.Drain.SpreadMs + 1);
            connection.EndAfterQueue(
                CloseCode.ServiceRestart, RetryHint.Format(TimeSpan.FromMilliseconds(delay)));
        }

        try
        {
            var patience = TimeSpan.FromMilliseconds(options.Limits.CloseMs) + TimeSpan.FromSeconds(1);
            await Task.WhenAll(connections.Select(connection => connection.Ended))
                .WaitAsync(patience, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            foreach (var connection in core.Registry.All)
            {
                connection.Abort();
            }
        }
    }

    private async Task WatchStorageAsync()
    {
        var error = await core.Failed.ConfigureAwait(false);
        stopped.TrySetException(error);
        core.Registry.StartDrain();
        foreach (var connection in core.Registry.All)
        {
            connection.End(CloseCode.InternalError, string.Empty);
        }
    }

    private void DrainOnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = DrainAsync(CancellationToken.None);
    }
}
