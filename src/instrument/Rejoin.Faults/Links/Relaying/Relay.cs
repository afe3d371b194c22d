using System.Net;
using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// One WebSocket connection after its upgrade: two pumps, the faults that wait for it, and its end. The pumps are
/// sequential; what they share is guarded by <see cref="RelayGate"/>.
/// </summary>
internal sealed class Relay : IDisposable
{
    private readonly LinkState _state;
    private readonly RelayGate _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _firing = new(1, 1);
    private readonly FrameLog _frames;
    private readonly Upgrade _upgrade;
    private readonly Pump _toService;
    private readonly Pump _toClient;
    private readonly Injector _injector;
    private readonly IPEndPoint _source;
    private readonly Lock _lock = new();
    private ConnectionEnd _end;
    private long _closedAt;

    public Relay(LinkState state, Upgrade upgrade, WireReader client, WireReader service, CancellationToken stop)
    {
        _state = state;
        _upgrade = upgrade;
        _frames = new FrameLog(state.Options.Limits.ListedFrames);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _source = (IPEndPoint)service.Wire.Socket.LocalEndPoint!;
        _toService = NewPump(Direction.ClientToService, client, service.Wire);
        _toClient = NewPump(Direction.ServiceToClient, service, client.Wire);
        _injector = new Injector(state, upgrade, _gate, _toService, _toClient, _stop);
    }

    /// <summary>Ordinal of the connection on its link.</summary>
    public int Ordinal => _upgrade.Ordinal;

    /// <summary>Id of the fault that ended the connection; null for other ends.</summary>
    public string? EndedBy => _injector.Cut?.Fault.Id;

    /// <summary>
    /// Delivers the head of the 101, which the service's buffer begins with, and relays until both directions are over.
    /// </summary>
    public async Task RunAsync()
    {
        try
        {
            await DeliverHeadAsync().ConfigureAwait(false);
            await Task.WhenAll(PumpAsync(_toService), PumpAsync(_toClient)).ConfigureAwait(false);
            await _injector.KeepSilenceAsync().ConfigureAwait(false);
        }
        finally
        {
            NoteEnd(ConnectionEnd.Link);
            await _stop.CancelAsync().ConfigureAwait(false);
            await _injector.FinishAsync().ConfigureAwait(false);
            ResetWhatCouldNotBeDelivered();
            Interlocked.Exchange(ref _closedAt, _state.Now());
        }
    }

    /// <summary>Brings what the sockets of a silent connection have seen into the record.</summary>
    public void Observe() => _injector.Observe();

    /// <summary>The record as it stands.</summary>
    public ConnectionRecord Record()
    {
        lock (_lock)
        {
            return new ConnectionRecord
            {
                Ordinal = Ordinal,
                Source = _source,
                Attempt = _upgrade.Attempt,
                RequestHeadBytes = _upgrade.RequestHeadBytes,
                ResponseHeadBytes = _upgrade.ResponseHeadBytes,
                Subprotocol = _upgrade.Subprotocol,
                OpenedAt = _upgrade.At,
                ClosedAt = Interlocked.Read(ref _closedAt),
                End = EndedBy is null ? _end : ConnectionEnd.Fault,
                EndedBy = EndedBy,
                ToService = _toService.Traffic(),
                ToClient = _toClient.Traffic(),
                Frames = _frames.Snapshot(),
            };
        }
    }

    /// <summary>Why a fault on this connection did not fire.</summary>
    public string WhyNot(CutPoint at)
    {
        if (at.Handshake is not null)
        {
            return $"the 101 of connection {Ordinal} was not delivered so far";
        }

        var pump = at.Direction == Direction.ClientToService ? _toService : _toClient;
        var ended = EndedBy is { } id ? $"fault '{id}' ended the connection before; " : "";
        return $"{ended}only {pump.Tracker.DataFrames} data frames went that way on connection {Ordinal}";
    }

    /// <summary>Frees the timers.</summary>
    public void Dispose()
    {
        _stop.Dispose();
        _firing.Dispose();
    }

    private Pump NewPump(Direction direction, WireReader source, Wire target)
    {
        var masked = direction == Direction.ClientToService;
        var tracker = new CutTracker(
            _state.Ledger.For(Ordinal, direction), new(masked, _upgrade.HasExtensions), _frames, direction)
        {
            Missed = _state.Ledger.Miss,
        };
        return new Pump(direction, source, target, tracker);
    }

    /// <summary>Delivers the head of the 101 and stops at the faults in it. After a cut the rest is left out.</summary>
    private async Task DeliverHeadAsync()
    {
        var faults = HandshakePoints.In(
            _state.Ledger.InHandshake(Ordinal, p => p.IsOfResponse), _upgrade.ResponseHeadBytes, _state.Ledger.Miss);
        var whole = true;
        foreach (var (fault, offset) in faults)
        {
            whole = await HandHeadAsync(offset, beforeFault: true).ConfigureAwait(false)
                && await FireAsync(_toClient, fault).ConfigureAwait(false);
            if (!whole)
            {
                break;
            }
        }

        if (whole)
        {
            await HandHeadAsync(_upgrade.ResponseHeadBytes, beforeFault: false).ConfigureAwait(false);
        }

        _toClient.Source.Consume(_upgrade.ResponseHeadBytes - _injector.ResponseBytes);
        _gate.Tell(_toClient, PumpState.Reading);
    }

    /// <summary>Delivers the head up to a byte; false when the client takes no more.</summary>
    private async ValueTask<bool> HandHeadAsync(int end, bool beforeFault)
    {
        var bytes = end - _injector.ResponseBytes;
        if (bytes > 0 && !await TryDeliverAsync(_toClient, bytes, beforeFault).ConfigureAwait(false))
        {
            _gate.Switch(RelayMode.Dead);
            return false;
        }

        _injector.ResponseBytes = end;
        _toClient.ForgetDelivered();
        return true;
    }

    private async Task PumpAsync(Pump pump)
    {
        try
        {
            while (_gate.Reads && await FillAsync(pump).ConfigureAwait(false))
            {
                switch (await _gate.EnterAsync(pump, _stop.Token).ConfigureAwait(false))
                {
                    case RelayMode.Relaying or RelayMode.HeldAtBoundary:
                        if (!await DeliverAsync(pump).ConfigureAwait(false))
                        {
                            return;
                        }

                        break;
                    case RelayMode.Draining or RelayMode.AwaitingClose:
                        _injector.Discard(pump);
                        break;
                    default:
                        return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return; // disposed, or the bound after a fault has passed
        }
        catch (Exception e)
        {
            _state.AddError(e);
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            _gate.Tell(pump, PumpState.Done);
        }
    }

    /// <summary>Has bytes in the buffer afterwards, or has dealt with the end of the source: false.</summary>
    private async ValueTask<bool> FillAsync(Pump pump)
    {
        if (!pump.Source.Buffered.IsEmpty)
        {
            return true;
        }

        PeerSignal signal;
        try
        {
            if (await pump.Source.FillAsync(_stop.Token).ConfigureAwait(false) > 0)
            {
                if (pump.Shape.GatherMs > 0)
                {
                    _gate.Tell(pump, PumpState.Delivering);
                    await pump.GatherAsync(_state.Options.TimeProvider, _stop.Token).ConfigureAwait(false);
                }

                return true;
            }

            signal = PeerSignal.Fin;
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            signal = WireFailure.SignalOf(e);
        }

        await SourceEndedAsync(pump, signal).ConfigureAwait(false);
        return false;
    }

    private async Task SourceEndedAsync(Pump pump, PeerSignal signal)
    {
        if (await _gate.EnterAsync(pump, _stop.Token).ConfigureAwait(false) != RelayMode.Relaying)
        {
            _injector.SourceEnded(pump, signal);
            return;
        }

        var client = pump == _toService;
        if (signal == PeerSignal.Fin)
        {
            NoteEnd(client ? ConnectionEnd.ClientFin : ConnectionEnd.ServiceFin);
            await ReleaseAsync(pump).ConfigureAwait(false);
            pump.Target.SendFin();
            return;
        }

        NoteEnd(client ? ConnectionEnd.ClientRst : ConnectionEnd.ServiceRst);
        await _injector.AcknowledgedAsync(pump.Target).ConfigureAwait(false);
        _gate.Switch(RelayMode.Dead);
        pump.Target.SendRst();
    }

    /// <summary>Delivers the buffer, stopping at faults; false when the target takes no more.</summary>
    private async ValueTask<bool> DeliverAsync(Pump pump)
    {
        ArmedFault? due;
        do
        {
            if (pump.IsShut)
            {
                pump.DiscardBuffer();
                break;
            }

            var stop = _gate.Mode == RelayMode.HeldAtBoundary;
            var used = pump.Tracker.Walk(pump.Source.Buffered.Span, stop, out due);
            if (used > 0 && !await TryDeliverAsync(pump, used, due is not null).ConfigureAwait(false))
            {
                return false;
            }

            if (due is not null && !await FireAsync(pump, due).ConfigureAwait(false))
            {
                return true; // ended: the gate says how to go on
            }

            if (pump.Hold is { } hold)
            {
                pump.Hold = null;
                _gate.Tell(pump, PumpState.Parked);
                await hold.ConfigureAwait(false);
                return true; // what is in the buffer goes through the gate anew
            }

            if (due is null && _gate.Mode != RelayMode.Relaying)
            {
                break;
            }
        }
        while (due is not null || !pump.Source.Buffered.IsEmpty);

        _gate.Tell(pump, PumpState.Reading);
        return true;
    }

    private async ValueTask ReleaseAsync(Pump pump)
    {
        try
        {
            await pump.ReleaseAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            pump.WriteFailed = true;
        }
    }

    private async ValueTask<bool> TryDeliverAsync(Pump pump, int bytes, bool beforeFault)
    {
        try
        {
            await pump.DeliverAsync(bytes, beforeFault, _state.Options.TimeProvider, _stop.Token)
                .ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            NoteEnd(pump == _toService ? ConnectionEnd.ServiceRst : ConnectionEnd.ClientRst);
            pump.WriteFailed = true;
            return false;
        }
    }

    /// <summary>Carries a fault out; true when the connection goes on.</summary>
    private async Task<bool> FireAsync(Pump pump, ArmedFault fault)
    {
        _gate.Tell(pump, PumpState.AtFault);
        await _firing.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            if (_gate.GoesOn)
            {
                await _injector.FireAsync(pump, fault).ConfigureAwait(false);
            }

            if (_gate.GoesOn)
            {
                _gate.Tell(pump, PumpState.Delivering);
            }

            return _gate.GoesOn;
        }
        finally
        {
            _firing.Release();
        }
    }

    private void NoteEnd(ConnectionEnd end)
    {
        lock (_lock)
        {
            _end = _end == ConnectionEnd.Open ? end : _end;
        }
    }

    private void ResetWhatCouldNotBeDelivered()
    {
        foreach (var pump in (ReadOnlySpan<Pump>)[_toService, _toClient])
        {
            if (pump.WriteFailed)
            {
                pump.Source.Wire.SendRst();
            }
        }
    }
}
