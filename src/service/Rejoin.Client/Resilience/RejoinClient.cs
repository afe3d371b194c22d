using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A client that keeps a session at a Rejoin service: it connects, reads, and comes back by itself after a
/// loss.
/// </summary>
/// <remarks>It reconnects with exponential back-off and full jitter, not before the time that the server asks for,
/// within a budget and a circuit breaker; it asks for a new access token before every attempt; it does not come back
/// after <see cref="ClientFailure.Superseded"/> and other refusals for good. Failures of operations are
/// <see cref="RejoinClientException"/>s. Members may be called from any thread.</remarks>
public sealed class RejoinClient : IAsyncDisposable
{
    private readonly RejoinClientOptions options;
    private readonly RejoinSession session;
    private readonly EventFeed feed = new();
    private readonly TokenKeeper tokens;
    private readonly Reconnector reconnector;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource disposal = new();
    private readonly Lock publishing = new();
    private readonly TaskCompletionSource<ClientStatus> ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private ClientStatus status = new() { Phase = ClientPhase.Idle };
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int disposed;
    private bool leaving;
    private Task running = Task.CompletedTask;
    private Task refreshing = Task.CompletedTask;

    /// <summary>A client that was not started.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="cursor">Cursor of an earlier client or process; null = it opens a new session.</param>
    /// <exception cref="ArgumentException">A setting or the cursor is out of range; the message names all.</exception>
    public RejoinClient(RejoinClientOptions options, SessionCursor? cursor = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options);
        this.options = options;
        tokens = new TokenKeeper(options.Session.AccessToken);
        var settings = options.Session with
        {
            AccessToken = tokens.GetAsync,
            ReplayTimeout = Timeout.InfiniteTimeSpan,
            OperationTimeout = options.OperationTimeout,
        };
        session = new RejoinSession(settings, TakeAsync, cursor);
        reconnector = new Reconnector(options, tokens, Publish);
    }

    /// <summary>Everything that the session hands over, in order; one reader at a time. An event counts as processed,
    /// and the cursor moves, when the reader asks for the next one. The sequence ends when the client was closed by its
    /// owner; it throws <see cref="RejoinClientException"/> when the client ended for another cause. While nobody
    /// reads, the client gets no further than the settings' queue.</summary>
    public IAsyncEnumerable<SessionEvent> Events => feed.ReadAsync();

    /// <summary>Where the client stands.</summary>
    public ClientStatus Status
    {
        get
        {
            lock (gate)
            {
                return status;
            }
        }
    }

    /// <summary>The end of the client, with the status that it ended in. Never fails.</summary>
    public Task<ClientStatus> Ended => ended.Task;

    /// <summary>Cursor as of the last processed event, without operations; null before the first verdict.</summary>
    public SessionCursor? Cursor => session.Cursor;

    /// <summary>Operations without an answer.</summary>
    public int PendingOperations => session.PendingOperations;

    /// <summary>The cursor to store; null before the first verdict.</summary>
    /// <param name="includeOperations">Whether the operations without an answer go with it.</param>
    public SessionCursor? GetCursor(bool includeOperations) => session.GetCursor(includeOperations);

    /// <summary>Starts connecting, at once and in the background.</summary>
    /// <exception cref="InvalidOperationException">It was started before, or has ended.</exception>
    public void Start()
    {
        lock (gate)
        {
            if (status.Phase != ClientPhase.Idle)
            {
                throw new InvalidOperationException("The client was started before. Make a new one from its cursor.");
            }

            status = new ClientStatus { Phase = ClientPhase.Connecting };
            running = Task.Run(RunAsync);
        }
    }

    /// <summary>Waits until the client is live. <see cref="Events"/> must be read meanwhile: catching up goes through
    /// them.</summary>
    /// <exception cref="RejoinClientException">The client ended before.</exception>
    /// <exception cref="OperationCanceledException">The caller's own token.</exception>
    public async Task WaitUntilLiveAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (status.Phase == ClientPhase.Live)
                {
                    return;
                }

                if (status.Phase == ClientPhase.Ended)
                {
                    throw new RejoinClientException(status.Error!);
                }

                next = change.Task;
            }

            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Appends a user message; complete when it is durable, reconnects included.</summary>
    /// <param name="text">Text, 1 to 16 384 bytes unless the server's limits say otherwise.</param>
    /// <param name="id">Operation id; null = a new random one. The same id again has one effect.</param>
    /// <param name="timeout">Longest time to the answer; null = the setting.</param>
    /// <param name="cancellationToken">Gives the operation up; it may have been applied.</param>
    /// <returns>The outcome; it succeeded.</returns>
    /// <exception cref="RejoinClientException">It was refused or failed.</exception>
    /// <exception cref="ArgumentException">The id is not valid, or pending.</exception>
    /// <exception cref="OperationCanceledException">The caller's own token.</exception>
    public Task<OperationOutcome> SayAsync(
        string text, string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        SucceedAsync(session.SayAsync(text, id, timeout, cancellationToken));

    /// <summary>Puts one memory or preference value. See <see cref="SayAsync"/> and
    /// <see cref="RejoinSession.SetAsync"/>.</summary>
    public Task<OperationOutcome> SetAsync(
        ValueScope scope, string key, JsonElement value, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        SucceedAsync(session.SetAsync(scope, key, value, id, timeout, cancellationToken));

    /// <summary>Starts a workflow. See <see cref="SayAsync"/> and <see cref="RejoinSession.StartAsync"/>.</summary>
    public Task<OperationOutcome> StartAsync(
        string workflow, JsonElement? input = null, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        SucceedAsync(session.StartAsync(workflow, input, id, timeout, cancellationToken));

    /// <summary>Reads the messages of the session. See <see cref="SayAsync"/>.</summary>
    public async Task<IReadOnlyList<HistoryMessage>> ReadHistoryAsync(
        TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        (await SucceedAsync(session.ReadHistoryAsync(null, timeout, cancellationToken)).ConfigureAwait(false))
            .Answer!.History!;

    /// <summary>Reads identity, memory, preferences and workflows. See <see cref="SayAsync"/>.</summary>
    public async Task<SessionContext> ReadContextAsync(
        TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        (await SucceedAsync(session.ReadContextAsync(null, timeout, cancellationToken)).ConfigureAwait(false))
            .Answer!.Context!;

    /// <summary>Ends the session at the server and then this client. See <see cref="SayAsync"/>.</summary>
    public async Task LeaveAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        Volatile.Write(ref leaving, true);
        try
        {
            await SucceedAsync(session.LeaveAsync(null, timeout, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref leaving, session.State == SessionState.Ended);
        }

        Finish(Left());
        await stop.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the connection and ends this client; the session lives on at the server. Waits until the reader
    /// of <see cref="Events"/> can no longer be called.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        Finish(Errors.Of(ClientFailure.ClosedByCaller, ClientStage.Local, "The client was disposed."));
        await stop.CancelAsync().ConfigureAwait(false);
        await disposal.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        await refreshing.ConfigureAwait(false);
        feed.Complete(null);
        stop.Dispose();
        disposal.Dispose();
    }

    private static void Require(RejoinClientOptions options)
    {
        List<string> errors = [];
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(options.FirstDelay), options.FirstDelay),
            (nameof(options.RestartSpread), options.RestartSpread),
            (nameof(options.BaseDelay), options.BaseDelay),
            (nameof(options.MaxDelay), options.MaxDelay),
            (nameof(options.StableAfter), options.StableAfter),
        ];
        errors.AddRange(times.Where(t => t.Value < TimeSpan.Zero || t.Value > TimeSpan.FromHours(1))
            .Select(t => $"{t.Name} must be 0 to 1 h"));
        if (!OptionsCheck.IsTimeout(options.GiveUpAfter) || !OptionsCheck.IsTimeout(options.OperationTimeout))
        {
            errors.Add("GiveUpAfter and OperationTimeout must be above 0 and at most 24 days, or infinite");
        }

        if (options.Session is null || options.Session.EventQueueCapacity < 1)
        {
            errors.Add("Session must be there with an EventQueueCapacity of 1 or more");
        }

        if (errors.Count > 0)
        {
            throw new ArgumentException(
                $"{nameof(RejoinClientOptions)}: {string.Join("; ", errors)}.", nameof(options));
        }
    }

    private static async Task<OperationOutcome> SucceedAsync(Task<OperationOutcome> operation) =>
        (await operation.ConfigureAwait(false)).EnsureSucceeded();

    private async Task RunAsync()
    {
        ClientError end;
        try
        {
            end = await KeepAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (stop.IsCancellationRequested)
        {
            // Its owner ended it, and said so in the status; what failed meanwhile failed for that.
            end = Status.Error ?? Failed(error);
        }
        catch (Exception error)
        {
            end = Failed(error);
        }

        if (Volatile.Read(ref leaving) && end is { CloseCode: CloseCode.Normal })
        {
            end = Left();
        }

        Finish(end);
        await session.CloseAsync(CancellationToken.None).ConfigureAwait(false);
        if (!disposal.IsCancellationRequested)
        {
            await session.DrainAsync(disposal.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        feed.Complete(end.Failure == ClientFailure.ClosedByCaller ? null : end);
    }

    private static ClientError Left() =>
        Errors.Of(ClientFailure.ClosedByCaller, ClientStage.Close, "The session was left.");

    private static ClientError Failed(Exception error) => Errors.Of(
        ClientFailure.HandlerFailed,
        ClientStage.Local,
        $"Code of the application failed with {error.GetType().Name}. Mend it, then go on with the cursor.",
        error);

    private async Task<ClientError> KeepAsync()
    {
        ConnectionClosed? loss = null;
        while (true)
        {
            var result = await reconnector.RunAsync(loss, AttemptAsync, stop.Token).ConfigureAwait(false);
            if (result.Error is { } error)
            {
                return reconnector.Final(error);
            }

            var since = options.Session.TimeProvider.GetTimestamp();
            Publish(new ClientStatus { Phase = ClientPhase.Live, LastResult = result });
            loss = await session.Closed.WaitAsync(stop.Token).ConfigureAwait(false);
            reconnector.Lived(
                options.Session.TimeProvider.GetElapsedTime(since), result.Verdict?.Limits.HeartbeatMs ?? 0);
        }
    }

    private Task<ConnectResult> AttemptAsync(CancellationToken cancellationToken) => session.Cursor is null
        ? session.ConnectAsync(cancellationToken)
        : session.ResumeAsync(cancellationToken);

    private async ValueTask TakeAsync(SessionEvent next, CancellationToken cancellationToken)
    {
        if (next is NoticeReceived { Notice.Code: NoticeCode.TokenExpiring } && refreshing.IsCompleted)
        {
            // If it fails the server closes with 4002 and the next attempt brings a new token.
            refreshing = session.RefreshAsync(cancellationToken: CancellationToken.None);
        }

        await feed.OfferAsync(next, cancellationToken).ConfigureAwait(false);
    }

    private void Publish(ClientStatus next)
    {
        lock (publishing)
        {
            TaskCompletionSource changed;
            lock (gate)
            {
                if (status.Phase == ClientPhase.Ended)
                {
                    return;
                }

                status = next with { LastResult = next.LastResult ?? status.LastResult };
                next = status;
                changed = change;
                change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            changed.TrySetResult();
            options.StatusChanged?.Invoke(next);
        }
    }

    private void Finish(ClientError error)
    {
        session.Refuse(error);
        try
        {
            Publish(new ClientStatus { Phase = ClientPhase.Ended, Error = error });
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The receiver of status changes failed on the last one: the end stands, and nobody is left to tell.
        }

        ended.TrySetResult(Status);
    }
}
