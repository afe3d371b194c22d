using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>One connection of a session, from the attempt to the end.</summary>
/// <remarks>Two loops run on it: one receives, judges and passes on; one sends.</remarks>
internal sealed class SessionConnection(
    int ordinal, RejoinSessionOptions options, SessionCursor? presented, Outbox outbox, Deliverer deliverer)
    : IAsyncDisposable
{
    // Acks are not merged while the sender keeps up: the number of frames depends on nothing but the events.
    private const int MaxAcksDue = 64;
    private readonly ConcurrentQueue<long> acksDue = new();
    private readonly CancellationTokenSource lifetime = new();
    private readonly SemaphoreSlim toSend = new(0);
    private readonly AttachClock clock = new(options.TimeProvider);
    private readonly TaskCompletionSource<Verdict?> verdictKnown =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long?> replayHandedOver =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ConnectionClosed> closed =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource endQueued = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClientError? cause;
    private Exception? handlerError;
    private Inbound? inbound;
    private WebSocket? socket;
    private Lane? lane;
    private Task running = Task.CompletedTask;
    private long acked = presented?.Offset ?? 0;
    private int superseded;

    public int Ordinal => ordinal;

    /// <summary>Whether a newer attempt of the same object has been made.</summary>
    public bool IsSuperseded => Volatile.Read(ref superseded) == 1;

    /// <summary>Whether the handler threw: it gets no more events of this connection.</summary>
    public bool IsDeliveryStopped => Volatile.Read(ref handlerError) is not null;

    public bool IsClosed => Volatile.Read(ref cause) is not null;

    public bool IsFinished => IsClosed && running.IsCompleted;

    public ClientStage Stage => clock.Stage;

    public Verdict? Verdict => verdictKnown.Task is { IsCompletedSuccessfully: true, Result: var known } ? known : null;

    public Task<ConnectionClosed> Closed => closed.Task;

    /// <summary>Everything that this connection has to hand over is queued, its end too.</summary>
    public Task EndQueued => endQueued.Task;

    /// <summary>Drops the connection and waits for the end of both loops.</summary>
    public async ValueTask DisposeAsync()
    {
        Drop();
        await running.ConfigureAwait(false);
    }

    /// <summary>The attempt: complete when the replay was handed over, or with its failure.</summary>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async Task<ConnectResult> AttachAsync(CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Token);
        try
        {
            var token = await AccessTokens.GetAsync(options, both.Token).ConfigureAwait(false);
            clock.Restart();
            var (opened, stream) = await Opener.OpenAsync(options, token, presented, clock, both.Token)
                .ConfigureAwait(false);
            clock.Stage = ClientStage.Verdict;
            Volatile.Write(ref socket, opened);
            inbound = new Inbound(this, options, presented, outbox, deliverer, clock, stream);
            running = RunAsync(opened, stream, options.Hello == HelloPlacement.FirstMessage ? HelloOf(token) : null);
            _ = await WaitAsync(verdictKnown.Task, options.VerdictTimeout, VerdictLate, both.Token)
                .ConfigureAwait(false);
            _ = await WaitAsync(replayHandedOver.Task, options.ReplayTimeout, ReplayLate, both.Token)
                .ConfigureAwait(false);
            return Result(null);
        }
        catch (RejoinClientException error)
        {
            if (!IsClosed)
            {
                // Else the receiving loop ends the connection, with a close frame if one can be sent.
                Fail(error.Error);
            }

            return Result(cause);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Result(cause);
        }
        catch (OperationCanceledException)
        {
            Drop();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Ends the connection at once for a cause; the first cause stays.</summary>
    public void Fail(ClientError error)
    {
        Interlocked.CompareExchange(ref cause, error, null);
        outbox.CloseLane(Lane);
        Volatile.Read(ref socket)?.Abort();
        _ = lifetime.CancelAsync();
        if (Volatile.Read(ref socket) is null)
        {
            CompleteAll(cause!, null, null);
            endQueued.TrySetResult();
        }
    }

    public void Drop() => Fail(Dropped());

    /// <summary>Closes with a handshake, within the close timeout.</summary>
    public async Task CloseAsync(ClientError error, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref socket) is not { } open || IsClosed)
        {
            Fail(error);
            return;
        }

        Interlocked.CompareExchange(ref cause, error, null);
        await GoodbyeAsync(open, WebSocketCloseStatus.NormalClosure).ConfigureAwait(false);
        await WaitClosedAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for the peer to close, then drops; within the close timeout.</summary>
    public async Task WaitClosedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await closed.Task.WaitAsync(options.CloseTimeout, options.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Drop();
        }
    }

    /// <summary>Takes the session away from this connection: answers that still come over it are ignored.</summary>
    public void Supersede()
    {
        Volatile.Write(ref superseded, 1);
        outbox.CloseLane(lane);
    }

    public void HandlerFailed(Exception error)
    {
        Volatile.Write(ref handlerError, error);
        Fail(Errors.Of(
            ClientFailure.HandlerFailed,
            clock.Stage,
            $"The application's handler failed with {error.GetType().Name}. The event does not count as processed; "
            + "mend the handler, then resume.",
            error));
    }

    /// <summary>Notes that the application has processed everything up to an offset.</summary>
    public void Processed(long offset)
    {
        var every = Math.Max(1, Math.Min(
            options.AckEveryEvents ?? int.MaxValue, Verdict?.Limits.AckEveryEvents ?? int.MaxValue));
        if (offset - acked >= every)
        {
            acked = offset;
            if (acksDue.Count < MaxAcksDue)
            {
                acksDue.Enqueue(offset);
            }

            Wake();
        }
    }

    /// <summary>Lets the sender look for something to send.</summary>
    public void Wake() => toSend.Release();

    /// <summary>Takes over the verdict: from here on operations are sent.</summary>
    public void OnVerdict(Verdict verdict)
    {
        if (!IsSuperseded)
        {
            Volatile.Write(ref lane, outbox.OpenLane(ordinal, verdict.Limits));
        }

        verdictKnown.TrySetResult(verdict);
        Wake();
    }

    public void OnReplayHandedOver(long offset)
    {
        clock.ReplayDone();
        clock.Stage = ClientStage.Live;
        replayHandedOver.TrySetResult(offset);
    }

    /// <summary>The lane of this connection; null before the verdict.</summary>
    public Lane? Lane => Volatile.Read(ref lane);

    private async Task RunAsync(WebSocket open, ObservedStream stream, byte[]? hello)
    {
        var sending = SendAsync(open, hello);
        int? code = null;
        string? reason = null;
        ClientError error;
        try
        {
            await inbound!.ReceiveAsync(open, lifetime.Token).ConfigureAwait(false);
            code = (int?)open.CloseStatus ?? 1005;
            reason = open.CloseStatusDescription;
            error = CloseErrors.FromCode(code.Value, reason, clock.Stage);
        }
        catch (RejoinClientException failure)
        {
            error = failure.Error;
        }
        catch (OperationCanceledException)
        {
            error = Dropped();
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            error = stream.End == StreamEnd.None
                ? Errors.Violation(clock.Stage, "a frame came that RFC 6455 does not allow.")
                : CloseErrors.Lost(stream.End, clock.Stage, failure);
        }

        Interlocked.CompareExchange(ref cause, error, null);
        outbox.CloseLane(lane);
        inbound!.Dispose();
        CompleteAll(cause!, code, reason);
        var goodbye = GoodbyeAsync(open, open.CloseStatus ?? ReplyTo(cause!));
        await deliverer.EnqueueLastAsync(new DeliveryItem(this, await closed.Task.ConfigureAwait(false)))
            .ConfigureAwait(false);
        endQueued.TrySetResult();
        await goodbye.ConfigureAwait(false);
        await lifetime.CancelAsync().ConfigureAwait(false);
        open.Abort();
        await sending.ConfigureAwait(false);
        open.Dispose();
    }

    private async Task SendAsync(WebSocket open, byte[]? hello)
    {
        try
        {
            if (hello is not null)
            {
                await SendOneAsync(open, hello).ConfigureAwait(false);
            }

            while (true)
            {
                await toSend.WaitAsync(lifetime.Token).ConfigureAwait(false);
                while (Next() is { } payload)
                {
                    await SendOneAsync(open, payload).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (IsLoss(error))
        {
            // The receiving loop learns the same end from its own side and tells it, with the cause.
            open.Abort();
        }
    }

    private ValueTask SendOneAsync(WebSocket open, byte[] payload) =>
        open.SendAsync(payload.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, lifetime.Token);

    private byte[]? Next()
    {
        if (acksDue.TryDequeue(out var due))
        {
            return JsonSerializer.SerializeToUtf8Bytes(
                new ClientAck { Offset = due }, ProtocolJson.Default.ClientMessage);
        }

        return Lane is { } open ? outbox.Next(open) : null;
    }

    private async Task GoodbyeAsync(WebSocket open, WebSocketCloseStatus status)
    {
        if (open.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var limit = new CancellationTokenSource(options.CloseTimeout, options.TimeProvider);
        try
        {
            await open.CloseOutputAsync(status, null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            // A close frame is a courtesy; the connection is ended with or without it.
            open.Abort();
        }
    }

    private static WebSocketCloseStatus ReplyTo(ClientError error) => (WebSocketCloseStatus)(error.Reply
        ?? error.Failure switch
        {
            ClientFailure.MessageTooBig => CloseCode.MessageTooBig,
            ClientFailure.ProtocolViolation or ClientFailure.IntegrityGap or ClientFailure.IntegrityDuplicate
                or ClientFailure.IntegrityDigest or ClientFailure.IntegrityOrder or ClientFailure.IntegrityVerdict =>
                CloseCode.ProtocolError,
            _ => CloseCode.Normal,
        });

    private async Task<T> WaitAsync<T>(
        Task<T?> step, TimeSpan limit, Func<ClientError> late, CancellationToken cancellationToken)
    {
        try
        {
            var result = await step.WaitAsync(limit, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return result ?? throw new RejoinClientException((await closed.Task.ConfigureAwait(false)).Error);
        }
        catch (TimeoutException)
        {
            throw new RejoinClientException(late());
        }
    }

    private static bool IsLoss(Exception error) => error is WebSocketException or IOException
        or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    private ClientError Dropped() => Errors.Of(
        ClientFailure.DroppedByCaller, clock.Stage, "This side dropped the connection. Resume to go on.");

    private ClientError VerdictLate() => Errors.Of(
        ClientFailure.VerdictTimeout,
        ClientStage.Verdict,
        $"No verdict from {Endpoint.Of(options.Uri)} within {options.VerdictTimeout.TotalMilliseconds:0} ms. "
        + "Try again.");

    private ClientError ReplayLate() => Errors.Of(
        ClientFailure.ReplayTimeout,
        ClientStage.Replay,
        $"The replay from {Endpoint.Of(options.Uri)} did not end within "
        + $"{options.ReplayTimeout.TotalMilliseconds:0} ms. Try again: what was processed is kept.");

    private byte[] HelloOf(string token) => JsonSerializer.SerializeToUtf8Bytes(
        new Hello
        {
            Token = token,
            Session = presented?.Session,
            Epoch = presented?.Epoch,
            Offset = presented?.Offset,
            Snapshots = options.TakesSnapshots,
        },
        ProtocolJson.Default.ClientMessage);

    private ConnectResult Result(ClientError? error) => new()
    {
        Connection = ordinal,
        OffsetPresented = presented?.Offset,
        Verdict = Verdict,
        EventsReplayed = inbound?.EventsReplayed ?? 0,
        SnapshotTaken = inbound?.SnapshotSeen ?? false,
        UpToDateOffset = replayHandedOver.Task is { IsCompletedSuccessfully: true, Result: var offset } ? offset : null,
        Timing = clock.Timing,
        Error = error,
    };

    private void CompleteAll(ClientError error, int? code, string? reason)
    {
        closed.TrySetResult(new ConnectionClosed
        {
            Connection = ordinal,
            ReceivedTimestamp = options.TimeProvider.GetTimestamp(),
            Error = error,
            Code = code,
            Reason = reason,
        });
        verdictKnown.TrySetResult(null);
        replayHandedOver.TrySetResult(null);
    }
}
