using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A session at a Rejoin service: single attempts, no automatic retry.</summary>
public sealed class RejoinSession : IAsyncDisposable
{
    /// <summary>A session object that has not connected.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="handler">Receiver of everything that happens, one at a time and in order. The cursor moves after
    /// it has returned. It must not call <see cref="ConnectAsync"/>, <see cref="ResumeAsync"/> or
    /// <see cref="DisposeAsync"/> and wait for them.</param>
    /// <param name="cursor">Cursor of an earlier object or process; null = no session yet.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the message names all.</exception>
    public RejoinSession(
        RejoinSessionOptions options,
        Func<SessionEvent, CancellationToken, ValueTask> handler,
        SessionCursor? cursor = null) => throw new NotImplementedException();

    /// <summary>Where the session object stands.</summary>
    public SessionState State => throw new NotImplementedException();

    /// <summary>Cursor as of the last processed event; null before the first verdict.</summary>
    public SessionCursor? Cursor => throw new NotImplementedException();

    /// <summary>Last verdict; null before the first.</summary>
    public Verdict? Verdict => throw new NotImplementedException();

    /// <summary>Operations without an answer.</summary>
    public int PendingOperations => throw new NotImplementedException();

    /// <summary>End of the newest connection; a task that never ends before the first.</summary>
    public Task<ConnectionClosed> Closed => throw new NotImplementedException();

    /// <summary>The cursor, with the unanswered operations if asked for.</summary>
    public SessionCursor? GetCursor(bool includeOperations) => throw new NotImplementedException();

    /// <summary>One attempt to open a new session.</summary>
    public Task<ConnectResult> ConnectAsync(CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>One attempt to come back over a new connection.</summary>
    public Task<ConnectResult> ResumeAsync(CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Appends a user message.</summary>
    public Task<OperationOutcome> SayAsync(
        string text, string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Puts one value.</summary>
    public Task<OperationOutcome> SetAsync(
        ValueScope scope, string key, JsonElement value, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Starts a workflow.</summary>
    public Task<OperationOutcome> StartAsync(
        string workflow, JsonElement? input = null, string? id = null, TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Reads the messages.</summary>
    public Task<OperationOutcome> ReadHistoryAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Reads the context.</summary>
    public Task<OperationOutcome> ReadContextAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Reads the effects.</summary>
    public Task<OperationOutcome> ReadEffectsAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Presents a new access token on the open connection.</summary>
    public Task<OperationOutcome> RefreshAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Ends the session at the server; complete when the connection is closed.</summary>
    public Task<OperationOutcome> LeaveAsync(
        string? id = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Closes the current connection with a handshake; the session can be resumed.</summary>
    public Task CloseAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Aborts the current connection at once, without a close handshake; the session can be resumed.</summary>
    public void Drop() => throw new NotImplementedException();

    /// <summary>Ends this object as a crash would: connection dropped, every operation failed.</summary>
    public void Abandon() => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
