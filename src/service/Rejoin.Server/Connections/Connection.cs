using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One connection from its attach to its end: a sender, a receiver, and answers in order between
/// them.</summary>
/// <remarks>Source: protocol.md §9, "Connection (server)".</remarks>
internal sealed class Connection : IEventSink, IDisposable
{
    private readonly ConnectionServices services;
    private readonly Outbox outbox;
    private readonly StepQueue answers = new();
    private readonly TokenTimer tokenTimer;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer abortTimer;
    private volatile WebSocket? socket;
    private ConnectionInfo info = null!;
    private LiveSession session = null!;
    private string closeReason = string.Empty;
    private int closeCode;
    private int pendingOperations;
    private long delivered;
    private volatile bool discarding;

    public Connection(long ordinal, ConnectionServices services)
    {
        Ordinal = ordinal;
        this.services = services;
        outbox = new Outbox(services.Limits.SendQueueMessages, services.Limits.SendQueueBytes);
        tokenTimer = new TokenTimer(services.Time, this);
        abortTimer = services.Time.CreateTimer(
            static connection => ((Connection)connection!).Abort(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    public long Ordinal { get; }

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Carries an accepted attach through to the connection's end.</summary>
    /// <param name="accepted">Socket.</param>
    /// <param name="outcome">Outcome with a verdict.</param>
    /// <param name="token">Token of the hello.</param>
    /// <param name="gone">Cancelled when the peer's half of the connection ends.</param>
    public async Task RunAsync(
        WebSocket accepted, AttachOutcome outcome, AccessToken token, CancellationToken gone)
    {
        var verdict = outcome.Verdict!;
        session = outcome.Session!;
        info = new ConnectionInfo(Ordinal, session.Id, token.Principal, verdict.Generation);
        delivered = verdict is Resumed resumed ? resumed.From : 0;
        socket = accepted;
        tokenTimer.Set(token.ExpiresAt);
        if (closeCode != 0)
        {
            ArmAbort();
        }

        var sender = SendAllAsync(services.Writer(new SocketWriter(accepted, info)), outcome);
        await ReceiveAllAsync(accepted, gone).ConfigureAwait(false);
        session.Detach(this);
        outbox.Complete();
        ArmAbort();
        await sender.ConfigureAwait(false);
        ConnectionLog.Ended(services.Log, Ordinal, closeCode, (int)(accepted.CloseStatus ?? 0));
    }

    /// <summary>Lets go of a session whose connection never came to run.</summary>
    public void Forget(LiveSession? attached) => attached?.Detach(this);

    public void Deliver(OutgoingFrame frame) => Send(frame);

    /// <summary>Puts a message at the end of the queue.</summary>
    public void Send(OutgoingFrame frame)
    {
        if (closeCode == 0 && !outbox.TryAdd(frame))
        {
            ConnectionLog.Slow(services.Log, Ordinal);
            End(CloseCode.SlowConsumer, string.Empty);
        }
    }

    public void End(int code, string reason) => End(code, reason, discard: true);

    /// <summary>Ends the connection after what is in the queue.</summary>
    public void EndAfterQueue(int code, string reason) => End(code, reason, discard: false);

    /// <summary>Takes over a new end of the access token's life.</summary>
    public void Extend(DateTimeOffset expiresAt) => tokenTimer.Set(expiresAt);

    public void Abort()
    {
        stopping.Cancel();
        socket?.Abort();
    }

    public void Dispose()
    {
        tokenTimer.Dispose();
        abortTimer.Dispose();
        ended.TrySetResult();
    }

    private void End(int code, string reason, bool discard)
    {
        if (Interlocked.CompareExchange(ref closeCode, code, 0) != 0)
        {
            return;
        }

        closeReason = reason;
        discarding = discard;
        outbox.Complete();
        ArmAbort();
    }

    private void ArmAbort() =>
        abortTimer.Change(TimeSpan.FromMilliseconds(services.Limits.CloseMs), Timeout.InfiniteTimeSpan);

    private async Task SendAllAsync(IConnectionWriter writer, AttachOutcome outcome)
    {
        try
        {
            await Task.Yield();
            await writer.SendAsync(MessageFrame.Of(outcome.Verdict!), stopping.Token).ConfigureAwait(false);
            await ReplayAsync(writer, outcome.Replay!).ConfigureAwait(false);
            while (await outbox.WaitAsync().ConfigureAwait(false))
            {
                while (!discarding && outbox.TryTake(out var frame))
                {
                    await SendAsync(writer, frame).ConfigureAwait(false);
                }

                if (discarding)
                {
                    break;
                }
            }
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            Abort();
            return;
        }
        catch (Exception error)
        {
            ConnectionLog.SenderFailed(services.Log, Ordinal, error);
            End(CloseCode.InternalError, string.Empty);
        }

        await CloseAsync(writer).ConfigureAwait(false);
    }

    private async Task ReplayAsync(IConnectionWriter writer, ReplayRequest replay)
    {
        await foreach (var frame in services.Replay.ReadAsync(replay, stopping.Token).ConfigureAwait(false))
        {
            if (discarding)
            {
                return;
            }

            await SendAsync(writer, frame).ConfigureAwait(false);
        }
    }

    private ValueTask SendAsync(IConnectionWriter writer, OutgoingFrame frame)
    {
        // Raised before the send: the client's ack may be faster than the send's completion.
        if (frame.DeliveredOffset > Interlocked.Read(ref delivered))
        {
            Interlocked.Exchange(ref delivered, frame.DeliveredOffset);
        }

        return writer.SendAsync(frame, stopping.Token);
    }

    private async Task CloseAsync(IConnectionWriter writer)
    {
        try
        {
            var code = closeCode != 0 ? closeCode : CloseCode.Normal;
            await writer.CloseAsync(code, closeReason, stopping.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            Abort();
        }
    }

    private async Task ReceiveAllAsync(WebSocket accepted, CancellationToken gone)
    {
        using var receiver = new MessageReceiver(accepted);
        try
        {
            while (closeCode == 0)
            {
                var kind = await receiver.ReceiveAsync(services.Limits.MessageBytes).ConfigureAwait(false);
                if (kind == ReceivedKind.Close)
                {
                    return;
                }

                if (closeCode == 0)
                {
                    Take(kind, receiver.Payload);
                }
            }

            await receiver.DrainAsync().ConfigureAwait(false);
        }
        catch (WebSocketException error) when (SocketFault.IsViolation(error))
        {
            // The socket has answered a frame that breaks RFC 6455 with a close frame. Cutting the connection now
            // would overtake it.
            ConnectionLog.Violated(services.Log, Ordinal);
            outbox.Complete();
            session.Detach(this);
            await LingerAsync(gone).ConfigureAwait(false);
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            ConnectionLog.Lost(services.Log, Ordinal, error.GetType().Name);
            Abort();
        }
        catch (Exception error)
        {
            ConnectionLog.ReceiverFailed(services.Log, Ordinal, error);
            End(CloseCode.InternalError, string.Empty);
        }
    }

    private async Task LingerAsync(CancellationToken gone)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(services.Limits.CloseMs), services.Time, gone)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The peer is done; nothing can be overtaken any more.
        }
    }

    private void Take(ReceivedKind kind, ReadOnlySpan<byte> payload)
    {
        if (kind != ReceivedKind.Text)
        {
            End(kind == ReceivedKind.Binary ? CloseCode.UnsupportedData : CloseCode.MessageTooBig, string.Empty);
            return;
        }

        switch (MessageReader.ReadClient(payload, out _))
        {
            case ClientOperation operation:
                Take(operation);
                break;
            case ClientAck ack when ack.Offset <= Interlocked.Read(ref delivered):
                session.Acknowledge(ack.Offset);
                break;
            case ClientAck:
                End(CloseCode.ProtocolError, "ack beyond what was delivered");
                break;
            case Hello:
                End(CloseCode.ProtocolError, "second hello");
                break;
            default:
                End(CloseCode.ProtocolError, "message not valid");
                break;
        }
    }

    private void Take(ClientOperation operation)
    {
        if (Interlocked.Increment(ref pendingOperations) > services.Limits.PendingOperations)
        {
            End(CloseCode.ProtocolError, "too many unanswered operations");
            return;
        }

        var request = new OperationRequest { Operation = operation, Connection = info, Session = session };
        var outcome = services.Operations.HandleAsync(request, stopping.Token);
        answers.Enqueue(() => AnswerAsync(outcome));
    }

    private async Task AnswerAsync(Task<OperationOutcome> handled)
    {
        try
        {
            var outcome = await handled.ConfigureAwait(false);
            if (outcome.Message is { } message)
            {
                Interlocked.Decrement(ref pendingOperations);
                Send(MessageFrame.Of(message));
            }

            if (outcome.TokenExpiresAt is { } expiresAt)
            {
                Extend(expiresAt);
            }

            if (outcome.CloseCode != 0)
            {
                EndAfterQueue(outcome.CloseCode, string.Empty);
            }
        }
        catch (Exception error) when (SocketFault.IsLoss(error))
        {
            ConnectionLog.AnswerLost(services.Log, Ordinal);
        }
        catch (Exception error)
        {
            // The fate of the operation is not known here, so it is not answered: the client asks again.
            ConnectionLog.OperationFailed(services.Log, Ordinal, error);
            End(CloseCode.InternalError, string.Empty);
        }
    }
}
