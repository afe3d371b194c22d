using Rejoin.Faults.Links.Http;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Handshakes;

/// <summary>
/// Carries faults out in the part of a handshake that comes before the service's answer: <c>accepted</c>,
/// <c>request:j</c>, <c>requestEnd</c>. The places after it are the relay's. What it does to the sockets is what
/// <see cref="Injector"/> does.
/// </summary>
internal sealed class HandshakeInjector(
    LinkState state, WireReader client, int attempt, HeadChanges changes, CancellationToken stop)
{
    private WireReader? _service;
    private ArmedFault? _silent;
    private int _requestBytes;

    private LinkLimits Limits => state.Options.Limits;

    /// <summary>Carries out what waits for a client's TCP connection; false when the connection is over.</summary>
    public async ValueTask<bool> AcceptedAsync()
    {
        var faults = state.Ledger.InHandshake(state.NextOrdinal, p => p.Kind == HandshakePositionKind.Accepted);
        foreach (var fault in faults)
        {
            if (!await FireAsync(fault).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Delivers the head of a request and stops at the faults in it; false when the connection is over.
    /// </summary>
    public async ValueTask<bool> SendRequestAsync(WireReader service, byte[] head)
    {
        _service = service;
        var faults = HandshakePoints.In(
            state.Ledger.InHandshake(state.NextOrdinal, p => p.IsOfRequest), head.Length, state.Ledger.Miss);
        foreach (var (fault, offset) in faults)
        {
            // The last byte goes out alone, so that its receiver acknowledges at once.
            await SendAsync(head, offset - 1).ConfigureAwait(false);
            await SendAsync(head, offset).ConfigureAwait(false);
            if (!await FireAsync(fault).ConfigureAwait(false))
            {
                return false;
            }
        }

        await SendAsync(head, head.Length).ConfigureAwait(false);
        return true;
    }

    /// <summary>Asks the kernel what the peers of a silent connection have sent.</summary>
    public void Observe()
    {
        if (_silent is { } fault)
        {
            See(fault, SignalAt(client), 0, service: false);
            if (_service is { } service)
            {
                See(fault, SignalAt(service), 0, service: true);
            }
        }
    }

    private async ValueTask SendAsync(byte[] head, int end)
    {
        if (end > _requestBytes)
        {
            await _service!.Wire.WriteAsync(head.AsMemory(_requestBytes, end - _requestBytes), stop)
                .ConfigureAwait(false);
            _requestBytes = end;
        }
    }

    private async Task<bool> FireAsync(ArmedFault fault)
    {
        if (!state.Ledger.TryFire(fault, fault.Reached(state.Now(), attempt)))
        {
            return true;
        }

        try
        {
            var queue = _service is { } service
                ? await SendQueue.EmptyAsync(service.Wire.Socket, Limits.SettleMs, stop).ConfigureAwait(false)
                : QueueState.Unknown;
            if (fault.Fault.Do.Kind == FaultKind.Status && _service is null
                && await HeadReader.ReadAsync(client, Limits.HeadBytes, stop).ConfigureAwait(false) <= 0)
            {
                state.Ledger.Amend(fault, _ => fault.NotFired("the client sent no whole request"));
                return false;
            }

            Announce(fault, queue);
            return await ActAsync(fault).ConfigureAwait(false);
        }
        finally
        {
            state.Ledger.Amend(fault, r => r.Outcome == InjectionOutcome.NotFired
                ? r
                : r.FiredAt == 0
                ? fault.NotFired("the link was disposed before it could act") with { Attempt = attempt }
                : fault.Fault.Do.Kind == FaultKind.Refuse ? r : r with { SettledAt = state.Now() });
        }
    }

    /// <summary>Does what the fault asks for; true when the handshake goes on.</summary>
    private async Task<bool> ActAsync(ArmedFault fault)
    {
        var action = fault.Fault.Do;
        switch (action.Kind)
        {
            case FaultKind.Refuse:
                state.Door.Refuse(state, fault);
                return true;
            case FaultKind.StripHeader or FaultKind.BadAccept:
                changes.Add(fault, ofResponse: _service is not null);
                return true;
            case FaultKind.Status:
                await AnswerAsync(fault).ConfigureAwait(false);
                return false;
            case FaultKind.Stall:
                await DelayAsync(fault, action.DelayMs ?? 0).ConfigureAwait(false);
                return true;
            case FaultKind.BlackHole when action.Heal is { } heal:
                await DelayAsync(fault, heal.AfterMs).ConfigureAwait(false);
                NoteHealed(fault);
                return true;
            case FaultKind.Fin:
                _service?.Wire.SendFin();
                client.Wire.SendFin();
                await DrainAsync(fault).ConfigureAwait(false);
                return false;
            case FaultKind.Rst:
                _service?.Wire.SendRst();
                client.Wire.SendRst();
                return false;
            case FaultKind.HalfOpenClientLost:
                client.Wire.SendRst();
                await KeepSilenceAsync(fault, _service).ConfigureAwait(false);
                return false;
            case FaultKind.HalfOpenServiceLost:
                _service?.Wire.SendRst();
                await KeepSilenceAsync(fault, client).ConfigureAwait(false);
                return false;
            default:
                await KeepSilenceAsync(fault, null).ConfigureAwait(false);
                return false;
        }
    }

    /// <summary>Answers the client in the service's place.</summary>
    private async Task AnswerAsync(ArmedFault fault)
    {
        var (action, id) = (fault.Fault.Do, fault.Fault.Id);
        var status = action.Status ?? 503;
        var text = $"fault '{id}' answers {status}";
        state.AddExchange(new ExchangeRecord(state.Now(), "GET", "", true, status, text));
        _service?.Wire.SendFin();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(Limits.DrainMs);
        var service = _service is { } reader ? DrainAsync(fault, reader, true, bound.Token) : Task.CompletedTask;
        await PlainAnswer.SendAsync(client, new PlainAnswer(status, PlainAnswer.ReasonOf(status), text)
        {
            RetryAfterS = action.RetryAfterS,
        }, Limits.DrainMs, stop).ConfigureAwait(false);
        await service.ConfigureAwait(false);
    }

    /// <summary>Leaves the sockets alone until the link is disposed, or the fault heals.</summary>
    private async Task KeepSilenceAsync(ArmedFault fault, WireReader? kept)
    {
        _silent = fault;
        state.AddSilent(this);
        try
        {
            await DelayAsync(fault, fault.Fault.Do.Heal?.AfterMs ?? Timeout.Infinite).ConfigureAwait(false);
            Observe();
            NoteHealed(fault);
            _silent = null;
            kept?.Wire.SendRst();
        }
        catch (OperationCanceledException)
        {
            Observe();
            _silent = null;
            throw;
        }
    }

    /// <summary>Reads and discards after a FIN until both ends close or the bound is over.</summary>
    private async Task DrainAsync(ArmedFault fault)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(Limits.DrainMs);
        var service = _service is { } reader ? DrainAsync(fault, reader, true, bound.Token) : Task.CompletedTask;
        await Task.WhenAll(service, DrainAsync(fault, client, false, bound.Token)).ConfigureAwait(false);
    }

    private async Task DrainAsync(ArmedFault fault, WireReader reader, bool service, CancellationToken bound)
    {
        var (signal, bytes) = (PeerSignal.None, 0L);
        try
        {
            do
            {
                bytes += reader.Buffered.Length;
                reader.Consume(reader.Buffered.Length);
            }
            while (await reader.FillAsync(bound).ConfigureAwait(false) > 0);
            signal = PeerSignal.Fin;
        }
        catch (OperationCanceledException)
        {
            return; // the peer has not closed in time, or the link is disposed
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            signal = WireFailure.SignalOf(e);
        }
        finally
        {
            See(fault, signal, bytes, service);
        }
    }

    private void Announce(ArmedFault fault, QueueState queue)
    {
        var towardsClient = Deeds.Of(fault.Fault, Direction.ServiceToClient);
        var towardsService = _service is null
            ? SocketDeed.NotConnected
            : Deeds.Of(fault.Fault, Direction.ClientToService);
        var clientQueue = SendQueue.Of(client.Wire.Socket);
        var deviation = (_service is null ? "" : Deviation.Of(
                Direction.ClientToService, _service.Wire, towardsService, queue))
            + Deviation.Of(Direction.ServiceToClient, client.Wire, towardsClient, clientQueue);
        state.Tell(state.Ledger.Amend(fault, r => r with
        {
            RequestBytes = _requestBytes,
            FiredAt = state.Now(),
            Outcome = deviation.Length > 0 ? InjectionOutcome.Mislabelled : InjectionOutcome.Fired,
            Reason = deviation.Length > 0 ? deviation.TrimEnd(' ', ';') : null,
            Service = new SocketSight { Deed = towardsService, Queue = queue },
            Client = new SocketSight { Deed = towardsClient, Queue = clientQueue },
        }));
    }

    private Task DelayAsync(ArmedFault fault, int timeMs) =>
        state.Heals.WaitAsync(fault.Fault.Id, timeMs, state.Options.TimeProvider, stop);

    private void NoteHealed(ArmedFault fault) =>
        state.Ledger.Amend(fault, r => r with { HealedAt = fault.Fault.Do.Heal is null ? 0 : state.Now() });

    private void See(ArmedFault fault, PeerSignal signal, long discarded, bool service) =>
        state.Ledger.Amend(fault, r => service
            ? r with { Service = Seen(r.Service, signal, discarded) }
            : r with { Client = Seen(r.Client, signal, discarded) });

    private static SocketSight Seen(SocketSight sight, PeerSignal signal, long discarded) => sight with
    {
        Saw = sight.Deed == SocketDeed.Rst || sight.Saw != PeerSignal.None ? sight.Saw : signal,
        DiscardedBytes = discarded,
    };

    private static PeerSignal SignalAt(WireReader reader) => TcpInfo.Read(reader.Wire.Socket)?.State switch
    {
        TcpState.CloseWait => PeerSignal.Fin,
        TcpState.Closed => PeerSignal.Rst,
        _ => PeerSignal.None,
    };
}
