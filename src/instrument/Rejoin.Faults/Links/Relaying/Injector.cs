using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// Carries faults out on one connection and keeps their records. A cut: the prefix is delivered, the other direction
/// delivers what it had read, both peers' kernels acknowledge, then it acts. Waits are bounded; what a bound cut short
/// makes the record <see cref="InjectionOutcome.Mislabelled"/>.
/// </summary>
internal sealed class Injector(
    LinkState state, Upgrade upgrade, RelayGate gate, Pump toService, Pump toClient, CancellationTokenSource stop)
{
    private const uint MaskKey = 0x52454A4E; // fixed, so that a run repeats byte for byte

    private readonly List<ArmedFault> _unsettled = [];
    private Task _bound = Task.CompletedTask;

    /// <summary>The fault that ended the connection; null for none.</summary>
    public ArmedFault? Cut { get; private set; }

    /// <summary>Bytes of the 101 that the client has.</summary>
    public int ResponseBytes { get; set; }

    private TimeSpan Drain => TimeSpan.FromMilliseconds(state.Options.Limits.DrainMs);

    /// <summary>
    /// Carries a fault out. The pump stands exactly at its point and has delivered everything before.
    /// </summary>
    public async Task FireAsync(Pump pump, ArmedFault fault)
    {
        if (!state.Ledger.TryFire(fault, fault.Reached(state.Now(), upgrade.Attempt)))
        {
            return;
        }

        lock (_unsettled)
        {
            _unsettled.Add(fault);
        }

        switch (fault.Fault.Do.Kind)
        {
            case FaultKind.Stall:
                await StallAsync(pump, fault, fault.Fault.Do.DelayMs ?? 0).ConfigureAwait(false);
                break;
            case FaultKind.BlackHole when fault.Fault.Do.Heal is { } heal:
                await StallAsync(pump, fault, heal.AfterMs).ConfigureAwait(false);
                break;
            case FaultKind.BlackHoleOneWay:
                AnnounceLasting(fault, pump);
                pump.Hold = HoldAsync(fault);
                break;
            case FaultKind.Refuse:
                AnnounceLasting(fault, pump);
                Unlist(fault);
                state.Door.Refuse(state, fault);
                break;
            case var kind when LastingFaults.Has(kind):
                AnnounceLasting(fault, pump);
                await LastingFaults.ActAsync(pump, fault.Fault.Do, text => Mislabel(fault, text), stop.Token)
                    .ConfigureAwait(false);
                Settle(fault);
                break;
            default:
                await CutAsync(pump, fault).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Waits until a peer's kernel has everything.</summary>
    public Task<QueueState> AcknowledgedAsync(Wire wire) =>
        SendQueue.EmptyAsync(wire.Socket, state.Options.Limits.SettleMs, stop.Token);

    /// <summary>Discards what a pump has read, and answers the peer's close frame with a FIN.</summary>
    public void Discard(Pump pump)
    {
        pump.DiscardBuffer();
        if (pump.Tracker.CloseReply is not null && gate.Mode == RelayMode.AwaitingClose)
        {
            pump.Source.Wire.SendFin();
        }

        See(pump);
    }

    /// <summary>Notes how a peer has ended its side after a fault acted.</summary>
    public void SourceEnded(Pump pump, PeerSignal signal)
    {
        pump.Signal = signal;
        if (gate.Mode == RelayMode.AwaitingClose)
        {
            pump.Source.Wire.SendFin();
        }

        See(pump);
    }

    /// <summary>Keeps the sockets of a silent connection until the link is disposed.</summary>
    public async Task KeepSilenceAsync()
    {
        if (gate.Mode != RelayMode.Silent)
        {
            return;
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Observe();
        }
    }

    /// <summary>Asks the kernel what the peers of a silent connection have sent.</summary>
    public void Observe()
    {
        if (gate.Mode != RelayMode.Silent)
        {
            return;
        }

        foreach (var pump in (ReadOnlySpan<Pump>)[toService, toClient])
        {
            pump.Signal = (pump.Signal, TcpInfo.Read(pump.Source.Wire.Socket)?.State) switch
            {
                (PeerSignal.None, TcpState.CloseWait) => PeerSignal.Fin,
                (PeerSignal.None, TcpState.Closed) => PeerSignal.Rst,
                (var known, _) => known,
            };
            See(pump);
        }
    }

    /// <summary>Completes the records when the connection is over.</summary>
    public async Task FinishAsync()
    {
        await _bound.ConfigureAwait(false);
        ArmedFault[] left;
        lock (_unsettled)
        {
            left = [.. _unsettled];
        }

        foreach (var fault in left)
        {
            Settle(fault);
        }
    }

    private async Task StallAsync(Pump pump, ArmedFault fault, int timeMs)
    {
        gate.Switch(RelayMode.Held);
        var quiet = await QuietAsync(Other(pump)).ConfigureAwait(false);
        var (service, client) = (QueueOf(toService.Target), QueueOf(toClient.Target));
        Announce(fault, pump, Unquiet(quiet) + DeviationOf(fault.Fault, service, client), service, client);
        await DelayAsync(fault, timeMs).ConfigureAwait(false);
        NoteHealed(fault);
        Settle(fault);
        gate.Switch(RelayMode.Relaying);
    }

    private async Task CutAsync(Pump pump, ArmedFault fault)
    {
        var kind = fault.Fault.Do.Kind;
        gate.Switch(Deeds.Of(fault.Fault, Direction.ServiceToClient) == SocketDeed.CloseFrame
            ? RelayMode.HeldAtBoundary
            : RelayMode.Held);
        var quiet = await QuietAsync(Other(pump)).ConfigureAwait(false);
        if (!gate.GoesOn)
        {
            Unlist(fault);
            state.Ledger.Amend(fault, r => fault.NotFired("a peer reset the connection before it could act") with
            {
                Attempt = r.Attempt,
                ReachedAt = r.ReachedAt,
            });
            return;
        }

        var lossy = kind == FaultKind.RstLossy;
        var service = lossy ? QueueOf(toService.Target)
            : await AcknowledgedAsync(toService.Target).ConfigureAwait(false);
        var client = lossy ? QueueOf(toClient.Target) : await AcknowledgedAsync(toClient.Target).ConfigureAwait(false);
        Cut = fault;
        var deviation = lossy ? "" : Unquiet(quiet) + DeviationOf(fault.Fault, service, client);
        Announce(fault, pump, deviation, service, client);
        var after = await ActAsync(fault.Fault.Do, quiet ? null : Other(pump), fault).ConfigureAwait(false);
        if (after is RelayMode.Draining or RelayMode.AwaitingClose)
        {
            _bound = BoundAsync(after);
        }
        else if (after == RelayMode.Silent && fault.Fault.Do.Heal is { } heal)
        {
            _bound = HealAsync(fault, heal);
        }

        gate.Switch(after);
    }

    private async Task<RelayMode> ActAsync(FaultAction action, Pump? busy, ArmedFault fault)
    {
        var (service, client) = (toService.Target, toClient.Target);
        switch (action.Kind)
        {
            case FaultKind.Fin:
                service.SendFin();
                client.SendFin();
                return RelayMode.Draining;
            case FaultKind.Rst or FaultKind.RstLossy:
                gate.Switch(RelayMode.Dead);
                service.SendRst();
                client.SendRst();
                return RelayMode.Dead;
            case FaultKind.HalfOpenClientLost:
                gate.Switch(RelayMode.Silent);
                client.SendRst();
                return RelayMode.Silent;
            case FaultKind.HalfOpenServiceLost:
                gate.Switch(RelayMode.Silent);
                service.SendRst();
                return RelayMode.Silent;
            case FaultKind.BlackHole:
                return RelayMode.Silent;
            default:
                await InjectCloseAsync(toService, action, busy, fault).ConfigureAwait(false);
                await InjectCloseAsync(toClient, action, busy, fault).ConfigureAwait(false);
                return RelayMode.AwaitingClose;
        }
    }

    private async Task InjectCloseAsync(Pump pump, FaultAction action, Pump? busy, ArmedFault fault)
    {
        var way = pump == toService ? "service" : "client";
        if (pump == busy || !pump.Tracker.AtBoundary)
        {
            Mislabel(fault, $"no close frame to the {way}: a frame towards it was not complete");
            return;
        }

        try
        {
            var bytes = CloseFrames.Of(action, pump == toService ? MaskKey : null);
            await pump.Target.WriteAsync(bytes, stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            Mislabel(fault, $"no close frame to the {way}: its socket took no more");
        }
    }

    /// <summary>Ends the wait for peers that do not close.</summary>
    private async Task BoundAsync(RelayMode after)
    {
        try
        {
            if (after == RelayMode.AwaitingClose)
            {
                await Task.Delay(Drain, TimeProvider.System, stop.Token).ConfigureAwait(false);
                toService.Target.SendFin();
                toClient.Target.SendFin();
            }

            await Task.Delay(Drain, TimeProvider.System, stop.Token).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return; // both peers have closed in time
        }
    }

    /// <summary>Tells the silent end of a half-open connection that its peer knows nothing of it.</summary>
    private async Task HealAsync(ArmedFault fault, HealRule heal)
    {
        try
        {
            await DelayAsync(fault, heal.AfterMs).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return; // disposed before
        }

        Observe();
        NoteHealed(fault);
        gate.Switch(RelayMode.Dead);
        (fault.Fault.Do.Kind == FaultKind.HalfOpenClientLost ? toService : toClient).Target.SendRst();
        await stop.CancelAsync().ConfigureAwait(false);
    }

    private Task DelayAsync(ArmedFault fault, int timeMs) =>
        state.Heals.WaitAsync(fault.Fault.Id, timeMs, state.Options.TimeProvider, stop.Token);

    /// <summary>Waits until a fault beside the pumps heals.</summary>
    private async Task HoldAsync(ArmedFault fault)
    {
        await DelayAsync(fault, fault.Fault.Do.Heal?.AfterMs ?? Timeout.Infinite).ConfigureAwait(false);
        state.Ledger.Amend(fault, r => r with { HealedAt = state.Now() });
        Settle(fault);
    }

    private void AnnounceLasting(ArmedFault fault, Pump pump) =>
        Announce(fault, pump, "", QueueOf(toService.Target), QueueOf(toClient.Target));

    private void NoteHealed(ArmedFault fault)
    {
        if (fault.Fault.Do.Heal is not null)
        {
            state.Ledger.Amend(fault, r => r with { HealedAt = state.Now() });
        }
    }

    private Task<bool> QuietAsync(Pump other)
    {
        var bound = TimeSpan.FromMilliseconds(state.Options.Limits.SettleMs + other.Shape.LongestHoldMs);
        return gate.QuietAsync(other, bound, stop.Token);
    }

    private Pump Other(Pump pump) => pump == toService ? toClient : toService;

    private static QueueState QueueOf(Wire wire) => SendQueue.Of(wire.Socket);

    private static string Unquiet(bool quiet) =>
        quiet ? "" : "the other direction had not delivered what was read; ";

    /// <summary>What will look different from the label.</summary>
    private string DeviationOf(Fault fault, QueueState service, QueueState client) =>
        Deviation.Of(toService.Direction, toService.Target, Deeds.Of(fault, toService.Direction), service)
        + Deviation.Of(toClient.Direction, toClient.Target, Deeds.Of(fault, toClient.Direction), client);

    private void Announce(ArmedFault fault, Pump pump, string deviation, QueueState service, QueueState client)
    {
        var record = state.Ledger.Amend(fault, r => r with
        {
            Frame = fault.At.Handshake is null ? pump.Tracker.Hit() : null,
            RequestBytes = upgrade.RequestHeadBytes,
            ResponseBytes = ResponseBytes,
            DeliveredToService = toService.Delivered,
            DeliveredToClient = toClient.Delivered,
            FiredAt = state.Now(),
            Outcome = deviation.Length > 0 ? InjectionOutcome.Mislabelled : InjectionOutcome.Fired,
            Reason = deviation.Length > 0 ? deviation.TrimEnd(' ', ';') : null,
            Service = new SocketSight { Deed = Deeds.Of(fault.Fault, Direction.ClientToService), Queue = service },
            Client = new SocketSight { Deed = Deeds.Of(fault.Fault, Direction.ServiceToClient), Queue = client },
        });
        state.Tell(record);
    }

    private void Mislabel(ArmedFault fault, string reason) => state.Ledger.Amend(fault, r => r with
    {
        Outcome = InjectionOutcome.Mislabelled,
        Reason = r.Reason is null ? reason : r.Reason + "; " + reason,
    });

    /// <summary>Brings what a pump's source has sent after the cut into the record.</summary>
    private void See(Pump pump)
    {
        if (Cut is null)
        {
            return;
        }

        state.Ledger.Amend(Cut, r => pump == toService
            ? r with { Client = Seen(r.Client, pump) }
            : r with { Service = Seen(r.Service, pump) });
    }

    private static SocketSight Seen(SocketSight sight, Pump pump) => sight with
    {
        Saw = sight.Deed == SocketDeed.Rst ? PeerSignal.None : pump.Signal,
        CloseReply = pump.Tracker.CloseReply,
        DiscardedBytes = pump.Discarded,
    };

    private void Settle(ArmedFault fault)
    {
        Unlist(fault);
        state.Ledger.Amend(fault, r => r.FiredAt == 0
            ? fault.NotFired("the link was disposed before it could act") with { Attempt = r.Attempt }
            : r with { SettledAt = state.Now() });
    }

    private void Unlist(ArmedFault fault)
    {
        lock (_unsettled)
        {
            _unsettled.Remove(fault);
        }
    }
}
