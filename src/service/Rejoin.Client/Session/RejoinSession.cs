using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A session at a Rejoin service: single attempts, no automatic retry. It holds what a client must hold to
/// come back: the cursor, the operations without an answer, the log digest.</summary>
/// <remarks>Members may be called from any thread; one attempt at a time. Failures are values
/// (<see cref="ConnectResult.Error"/>, <see cref="OperationOutcome.Error"/>); exceptions are wrong use and the caller's
/// own cancellation. Source: protocol.md.</remarks>
public sealed class RejoinSession : IAsyncDisposable
{
    private readonly RejoinSessionOptions options;
    private readonly CursorKeeper cursor;
    private readonly Outbox outbox;
    private readonly Deliverer deliverer;
    private readonly OperationIds ids;
    private readonly Submissions submissions;
    private readonly Lock gate = new();
    private readonly List<SessionConnection> connections = [];
    private readonly TaskCompletionSource<ConnectionClosed> never = new();
    private SessionConnection? current;
    private Verdict? lastVerdict;
    private bool attaching;
    private bool ended;
    private int attempts;

    /// <summary>A session object that has not connected.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="handler">Receiver of everything that happens, one at a time and in order. The cursor moves after it
    /// has returned; when it throws, the connection is dropped with <see cref="ClientFailure.HandlerFailed"/>. Its
    /// token is cancelled when the object is abandoned or disposed. It must not wait for <see cref="ConnectAsync"/>,
    /// <see cref="ResumeAsync"/> or <see cref="DisposeAsync"/>.</param>
    /// <param name="cursor">Cursor of an earlier object or process; null = no session yet. Its operations are sent
    /// again, their ends come as <see cref="OperationAnswered"/>.</param>
    /// <exception cref="ArgumentException">A setting or the cursor is out of range; the message names all.</exception>
    public RejoinSession(
        RejoinSessionOptions options,
        Func<SessionEvent, CancellationToken, ValueTask> handler,
        SessionCursor? cursor = null)
    {
        OptionsCheck.Require(options);
        ArgumentNullException.ThrowIfNull(handler);
        if (cursor is not null && SessionCursorJson.Errors(cursor).ToList() is { Count: > 0 } errors)
        {
            throw new ArgumentException($"The cursor is not usable: {string.Join("; ", errors)}.", nameof(cursor));
        }

        this.options = options;
        this.cursor = new CursorKeeper(cursor is null ? null : cursor with { Operations = [] });
        outbox = new Outbox(options);
        deliverer = new Deliverer(options, handler, this.cursor);
        ids = new OperationIds(options.Random);
        submissions = new Submissions(options, outbox);
        foreach (var operation in cursor?.Operations ?? [])
        {
            outbox.Add(operation, restored: true);
        }
    }

    /// <summary>Where the session object stands.</summary>
    public SessionState State
    {
        get
        {
            lock (gate)
            {
                return (ended, current) switch
                {
                    (true, _) => SessionState.Ended,
                    (_, null) => SessionState.Idle,
                    (_, { IsClosed: true }) => SessionState.Lost,
                    (_, { Stage: ClientStage.Live }) => SessionState.Live,
                    (_, { Stage: ClientStage.Replay }) => SessionState.CatchingUp,
                    _ => SessionState.Connecting,
                };
            }
        }
    }

    /// <summary>Cursor as of the last processed event, without operations; null before the first verdict.</summary>
    public SessionCursor? Cursor => cursor.Current;

    /// <summary>Last verdict; null before the first.</summary>
    public Verdict? Verdict
    {
        get
        {
            lock (gate)
            {
                return current?.Verdict ?? lastVerdict;
            }
        }
    }

    /// <summary>Operations without an answer.</summary>
    public int PendingOperations => outbox.Count;

    /// <summary>End of the newest connection; a task that never ends before the first attempt.</summary>
    public Task<ConnectionClosed> Closed
    {
        get
        {
            lock (gate)
            {
                return current?.Closed ?? never.Task;
            }
        }
    }

    /// <summary>The cursor to store; null before the first verdict.</summary>
    /// <param name="includeOperations">Whether the operations without an answer go with it, so that a new process sends
    /// them again; reads and <see cref="Refresh"/> never do.</param>
    public SessionCursor? GetCursor(bool includeOperations) =>
        cursor.Current is { } position && includeOperations
            ? position with { Operations = outbox.Persistable }
            : cursor.Current;

    /// <summary>One attempt to open a new session. Complete when the verdict is known and the application has been
    /// handed everything up to the end of the replay.</summary>
    /// <returns>The result, failures included.</returns>
    /// <exception cref="InvalidOperationException">There is a session already, or an attempt is under way.</exception>
    /// <exception cref="ObjectDisposedException">The object has ended.</exception>
    /// <exception cref="OperationCanceledException">The caller's own token.</exception>
    public Task<ConnectResult> ConnectAsync(CancellationToken cancellationToken = default) => cursor.Current is null
        ? AttachAsync(cancellationToken)
        : throw new InvalidOperationException("There is a session already: resume it, or use a new object.");

    /// <summary>One attempt to come back over a new connection. Complete as <see cref="ConnectAsync"/>. An open
    /// connection is given up when the handler has returned: what it still delivers is not handed over (with
    /// <see cref="IntegrityPolicy.Report"/>: handed over as superseded); it is kept open until the server closes it, at
    /// most the close timeout after this attempt.</summary>
    /// <returns>The result, failures included.</returns>
    /// <exception cref="InvalidOperationException">There is no session yet, or an attempt is under way.</exception>
    /// <exception cref="ObjectDisposedException">The object has ended.</exception>
    /// <exception cref="OperationCanceledException">The caller's own token.</exception>
    public Task<ConnectResult> ResumeAsync(CancellationToken cancellationToken = default) => cursor.Current is not null
        ? AttachAsync(cancellationToken)
        : throw new InvalidOperationException("There is no session to resume: connect first, or give a cursor.");

    /// <summary>Appends a user message; complete when it is durable. The reply comes as events.</summary>
    /// <param name="text">Text, 1 to 16 384 bytes unless the server's limits say otherwise.</param>
    /// <param name="id">Operation id; null = a new random one. The same id again has one effect.</param>
    /// <param name="timeout">Longest time to the answer; null = the setting.</param>
    /// <param name="cancellationToken">Gives the operation up; it may have been applied.</param>
    /// <returns>The outcome, failures included.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or pending.</exception>
    /// <exception cref="OperationCanceledException">The caller's own token.</exception>
    public Task<OperationOutcome> SayAsync(
        string text, string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(new Say { Id = id ?? ids.Next(), Text = Given(text) }, timeout, cancellationToken);

    /// <summary>Puts one memory or preference value; complete when it is durable. For the other parameters, the result
    /// and exceptions see <see cref="SayAsync"/>.</summary>
    /// <param name="scope">What the key belongs to.</param>
    /// <param name="key">Key, 1 to 128 characters.</param>
    /// <param name="value">Value, any JSON up to 4 096 bytes.</param>
    /// <param name="id">Operation id; null = a new random one.</param>
    /// <param name="timeout">Longest time to the answer; null = the setting.</param>
    /// <param name="cancellationToken">Gives the operation up; it may have been applied.</param>
    public Task<OperationOutcome> SetAsync(
        ValueScope scope, string key, JsonElement value, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        SubmitAsync(
            new Set { Id = id ?? ids.Next(), Scope = scope, Key = Given(key), Value = value },
            timeout,
            cancellationToken);

    /// <summary>Starts a workflow; complete when the start is durable. Its steps and tool calls come as events. For the
    /// other parameters, the result and exceptions see <see cref="SayAsync"/>.</summary>
    /// <param name="workflow">Name of a workflow that the server knows, 1 to 64 characters.</param>
    /// <param name="input">Input, any JSON up to 4 096 bytes; null = none.</param>
    /// <param name="id">Operation id, which names the workflow from then on; null = a new random one.</param>
    /// <param name="timeout">Longest time to the answer; null = the setting.</param>
    /// <param name="cancellationToken">Gives the operation up; it may have been applied.</param>
    public Task<OperationOutcome> StartAsync(
        string workflow, JsonElement? input = null, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        SubmitAsync(
            new Start { Id = id ?? ids.Next(), Workflow = Given(workflow), Input = input }, timeout, cancellationToken);

    /// <summary>Reads the messages of the session (<see cref="Answer.History"/>). For parameters, result and exceptions
    /// see <see cref="SayAsync"/>.</summary>
    public Task<OperationOutcome> ReadHistoryAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ReadAsync(ReadTarget.History, id, timeout, cancellationToken);

    /// <summary>Reads identity, memory, preferences and workflows (<see cref="Answer.Context"/>). For parameters,
    /// result and exceptions see <see cref="SayAsync"/>.</summary>
    public Task<OperationOutcome> ReadContextAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ReadAsync(ReadTarget.Context, id, timeout, cancellationToken);

    /// <summary>Reads the applied tool effects (<see cref="Answer.Effects"/>). For parameters, result and exceptions
    /// see <see cref="SayAsync"/>.</summary>
    public Task<OperationOutcome> ReadEffectsAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ReadAsync(ReadTarget.Effects, id, timeout, cancellationToken);

    /// <summary>Asks the source for an access token and presents it on the open connection. For parameters, result and
    /// exceptions see <see cref="SayAsync"/>.</summary>
    public async Task<OperationOutcome> RefreshAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var name = id ?? ids.Next();
        try
        {
            var token = await AccessTokens.GetAsync(options, cancellationToken).ConfigureAwait(false);
            return await SubmitAsync(new Refresh { Id = name, Token = token }, timeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (RejoinClientException error)
        {
            return new OperationOutcome { Id = name, Status = OperationStatus.Failed, Error = error.Error };
        }
    }

    /// <summary>Ends the session at the server. Complete when the connection is closed; the object has then ended. For
    /// parameters, result and exceptions see <see cref="SayAsync"/>.</summary>
    public async Task<OperationOutcome> LeaveAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var outcome = await SubmitAsync(new Leave { Id = id ?? ids.Next() }, timeout, cancellationToken)
            .ConfigureAwait(false);
        if (outcome.Succeeded)
        {
            End(Errors.Of(ClientFailure.ClosedByCaller, ClientStage.Close, "The session was left."));
            await (Current?.WaitClosedAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Closes the current connection with a handshake, within the close timeout. The session lives on at the
    /// server and can be resumed. Nothing happens without a connection.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        if (Current is { IsClosed: false } open)
        {
            await open.CloseAsync(
                Errors.Of(ClientFailure.ClosedByCaller, ClientStage.Close, "This side closed the connection."),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Aborts the current connection at once, without a close handshake. The session lives on at the server
    /// and can be resumed. Nothing happens without a connection.</summary>
    public void Drop() => Current?.Drop();

    /// <summary>Ends this object as a crash would: every connection dropped, the handler called no more, every
    /// operation without an answer failed with <see cref="ClientFailure.Abandoned"/>. <see cref="Cursor"/> stays
    /// readable.
    /// </summary>
    public void Abandon()
    {
        var error = Errors.Of(
            ClientFailure.Abandoned, ClientStage.Local, "The session object was abandoned. Go on with its cursor.");
        var all = End(error);
        foreach (var connection in all)
        {
            connection.Fail(error);
        }

        deliverer.Stop();
    }

    /// <summary>Closes the connection within the close timeout and ends this object; the session lives on at the
    /// server. Waits for the handler to return.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync(CancellationToken.None).ConfigureAwait(false);
        var all = End(Errors.Of(
            ClientFailure.ClosedByCaller, ClientStage.Local, "The session object was disposed."));
        deliverer.Stop();
        foreach (var connection in all)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        await deliverer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Fails every operation, pending and to come.</summary>
    internal void Refuse(ClientError error) => outbox.FailAll(error, forGood: true);

    /// <summary>Waits until everything that is queued was handed over.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken)
    {
        await (Current?.EndQueued ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(false);
        await deliverer.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    private SessionConnection? Current
    {
        get
        {
            lock (gate)
            {
                return current;
            }
        }
    }

    private async Task<ConnectResult> AttachAsync(CancellationToken cancellationToken)
    {
        int ordinal;
        SessionConnection? old;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            if (attaching)
            {
                throw new InvalidOperationException("An attempt is under way: wait for it, or drop it.");
            }

            attaching = true;
            ordinal = ++attempts;
            old = current;
        }

        try
        {
            if (old is { IsClosed: true })
            {
                await old.EndQueued.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            old?.Supersede();
            var presented = await deliverer.HandToAsync(ordinal, cancellationToken).ConfigureAwait(false);
            var connection = new SessionConnection(ordinal, options, presented, outbox, deliverer);
            Install(connection);
            var result = await connection.AttachAsync(cancellationToken).ConfigureAwait(false);
            if (result.Succeeded)
            {
                _ = old?.WaitClosedAsync(CancellationToken.None);
            }
            else
            {
                old?.Drop();
            }

            return result;
        }
        catch
        {
            old?.Drop();
            throw;
        }
        finally
        {
            lock (gate)
            {
                attaching = false;
            }
        }
    }

    private void Install(SessionConnection connection)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            lastVerdict = current?.Verdict ?? lastVerdict;
            connections.RemoveAll(c => c.IsFinished);
            connections.Add(connection);
            current = connection;
        }
    }

    private IReadOnlyList<SessionConnection> End(ClientError error)
    {
        lock (gate)
        {
            ended = true;
        }

        outbox.FailAll(error, forGood: true);
        lock (gate)
        {
            return [.. connections];
        }
    }

    private Task<OperationOutcome> ReadAsync(
        ReadTarget what, string? id, TimeSpan? timeout, CancellationToken cancellationToken) =>
        SubmitAsync(new Read { Id = id ?? ids.Next(), What = what }, timeout, cancellationToken);

    private Task<OperationOutcome> SubmitAsync(
        ClientOperation operation, TimeSpan? timeout, CancellationToken cancellationToken) =>
        submissions.RunAsync(operation, timeout, () => Current, cancellationToken);

    private static string Given(string? text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }
}
