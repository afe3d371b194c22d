using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The receiving side of a connection: reads, judges, answers operations, passes events on.</summary>
internal sealed class Inbound(
    SessionConnection connection, RejoinSessionOptions options, SessionCursor? presented, Outbox outbox,
    Deliverer deliverer, AttachClock clock, ObservedStream stream) : IDisposable
{
    private readonly LogGuard guard = new(presented, options.TakesSnapshots);
    private readonly bool refuse = options.Integrity == IntegrityPolicy.Refuse;
    private SilenceWatch? watch;
    private bool verdictSeen;
    private long sequence;
    private long timestamp;
    private long eventsReplayed;
    private CancellationToken ended;

    /// <summary>Events before the end of the replay.</summary>
    public long EventsReplayed => Interlocked.Read(ref eventsReplayed);

    /// <summary>Whether a snapshot came.</summary>
    public bool SnapshotSeen { get; private set; }

    /// <summary>Receives until a close frame.</summary>
    /// <exception cref="RejoinClientException">The server broke the protocol.</exception>
    public async Task ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        ended = cancellationToken;
        using var source = new MessageSource(socket, options.MaxMessageBytes);
        while (await source.NextAsync(clock.Stage, cancellationToken).ConfigureAwait(false) is { } payload)
        {
            timestamp = options.TimeProvider.GetTimestamp();
            sequence++;
            var message = MessageReader.ReadServer(payload.Span, out var reason)
                ?? throw new RejoinClientException(Errors.Violation(clock.Stage, $"{reason} (message {sequence})."));
            if (!verdictSeen && message is not Verdict)
            {
                throw new RejoinClientException(Errors.Violation(clock.Stage, "the first message is no verdict."));
            }

            await TakeAsync(message, payload).ConfigureAwait(false);
        }
    }

    public void Dispose() => watch?.Dispose();

    private ValueTask TakeAsync(ServerMessage message, ReadOnlyMemory<byte> payload) => message switch
    {
        Event next => TakeEventAsync(next, payload.ToArray()),
        ServerAck ack => TakeAckAsync(ack),
        Refused refused => AnswerAsync(refused.Id, refused, new OperationOutcome
        {
            Id = refused.Id,
            Status = OperationStatus.Refused,
            Error = Errors.Refusal(refused),
        }),
        Answer answer => AnswerAsync(answer.Id, answer, new OperationOutcome
        {
            Id = answer.Id,
            Status = OperationStatus.Answered,
            Offset = answer.Offset,
            Answer = answer,
        }),
        Verdict verdict => TakeVerdictAsync(verdict),
        Replayed mark => TakeReplayedAsync(mark),
        Snapshot snapshot => TakeSnapshotAsync(snapshot, payload.ToArray()),
        Notice notice => HandOverAsync(new NoticeReceived
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            Notice = notice,
        }),
        _ => ValueTask.CompletedTask,
    };

    private async ValueTask TakeVerdictAsync(Verdict verdict)
    {
        var contradiction = Judge(guard.OnVerdict(verdict));
        if (!verdictSeen)
        {
            verdictSeen = true;
            clock.VerdictDone();
            clock.Stage = ClientStage.Replay;
            IReadOnlyList<OperationOutcome> lost = verdict is Reset reset && !connection.IsSuperseded
                ? outbox.FailAll(Errors.Reset(reset.Reason), forGood: false)
                : [];
            connection.OnVerdict(verdict);
            if (options.DropWhenSilent && verdict.Limits.HeartbeatMs > 0)
            {
                watch = new SilenceWatch(stream, verdict.Limits.HeartbeatMs, options.TimeProvider, GoneSilent);
            }

            foreach (var outcome in lost)
            {
                await HandOverAsync(Answered(outcome)).ConfigureAwait(false);
            }
        }

        await HandOverAsync(new VerdictKnown
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            Verdict = verdict,
        }).ConfigureAwait(false);
        await ReportAsync(contradiction).ConfigureAwait(false);
    }

    private async ValueTask TakeEventAsync(Event next, byte[] payload)
    {
        var contradiction = Judge(guard.OnEvent(next, payload));
        if (!guard.ReplayEnded)
        {
            Interlocked.Increment(ref eventsReplayed);
        }

        await HandOverAsync(new LogEvent
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            Event = next,
            Payload = payload,
            IsReplay = !guard.ReplayEnded,
        }).ConfigureAwait(false);
        await ReportAsync(contradiction).ConfigureAwait(false);
    }

    private async ValueTask TakeSnapshotAsync(Snapshot snapshot, byte[] payload)
    {
        var contradiction = Judge(guard.OnSnapshot(snapshot));
        SnapshotSeen = true;
        await HandOverAsync(new SnapshotTaken
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            Snapshot = snapshot,
            Payload = payload,
        }).ConfigureAwait(false);
        await ReportAsync(contradiction).ConfigureAwait(false);
    }

    private async ValueTask TakeReplayedAsync(Replayed mark)
    {
        var contradiction = Judge(guard.OnReplayed(mark));
        await ReportAsync(contradiction).ConfigureAwait(false);
        await HandOverAsync(
            new ReplayEnded
            {
                Connection = connection.Ordinal,
                Sequence = sequence,
                ReceivedTimestamp = timestamp,
                Offset = mark.Offset,
            },
            () => connection.OnReplayHandedOver(mark.Offset)).ConfigureAwait(false);
    }

    private async ValueTask TakeAckAsync(ServerAck ack)
    {
        var contradiction = Judge(guard.OnAck(ack));
        await AnswerAsync(ack.Id, ack, new OperationOutcome
        {
            Id = ack.Id,
            Status = OperationStatus.Acked,
            Offset = ack.Offset,
            IsDuplicate = ack.Duplicate,
        }).ConfigureAwait(false);
        await ReportAsync(contradiction).ConfigureAwait(false);
    }

    private async ValueTask AnswerAsync(string id, ServerMessage message, OperationOutcome outcome)
    {
        if (connection.IsSuperseded || connection.Lane is not { } lane)
        {
            // The newer connection asks again and gets the answer that counts.
            return;
        }

        var item = outbox.Answered(lane, id);
        if (item is null || !Fits(item.Message, message))
        {
            var misfit = new Contradiction(
                ClientFailure.ProtocolViolation, "an answer came that fits no operation in flight.", null);
            item?.Complete(item.Failed(misfit.ToError(clock.Stage)));
            await ReportAsync(Judge(misfit)).ConfigureAwait(false);
            return;
        }

        var whole = outcome with
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            TimesSent = item.TimesSent,
        };
        item.Complete(whole);
        connection.Wake();
        if (item.IsRestored)
        {
            await HandOverAsync(Answered(whole)).ConfigureAwait(false);
        }
    }

    private static bool Fits(ClientOperation operation, ServerMessage message) => (operation, message) switch
    {
        (_, Refused) => true,
        (Read { What: ReadTarget.History }, Answer { History: not null }) => true,
        (Read { What: ReadTarget.Context }, Answer { Context: not null }) => true,
        (Read { What: ReadTarget.Effects }, Answer { Effects: not null }) => true,
        (not Read, ServerAck) => true,
        _ => false,
    };

    private OperationAnswered Answered(OperationOutcome outcome) => new()
    {
        Connection = connection.Ordinal,
        Sequence = sequence,
        ReceivedTimestamp = timestamp,
        Outcome = outcome,
    };

    private Contradiction? Judge(Contradiction? contradiction) => contradiction is not null && refuse
        ? throw new RejoinClientException(contradiction.ToError(clock.Stage))
        : contradiction;

    private ValueTask ReportAsync(Contradiction? contradiction) => contradiction is null
        ? ValueTask.CompletedTask
        : HandOverAsync(new IntegrityObserved
        {
            Connection = connection.Ordinal,
            Sequence = sequence,
            ReceivedTimestamp = timestamp,
            Error = contradiction.ToError(clock.Stage),
            Offset = contradiction.Offset,
        });

    private ValueTask HandOverAsync(SessionEvent what, Action? done = null) =>
        deliverer.EnqueueAsync(new DeliveryItem(connection, what, guard.Digest, done), ended);

    private void GoneSilent() => connection.Fail(Errors.Of(
        ClientFailure.Silent,
        clock.Stage,
        "Nothing was heard for twice the heartbeat: the connection is taken for dead. Resume."));
}
