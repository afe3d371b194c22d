using System.Net;
using System.Net.Sockets;
using Rejoin.Faults.Links.Relaying;

namespace Rejoin.Faults.Links;

/// <summary>
/// The port of a link. It can be closed for a time, so that the system refuses dials, and keeps its number meanwhile: a
/// second socket stays bound to it and does not listen. Thread-safe.
/// </summary>
internal sealed class Doorway : IDisposable
{
    private const int Backlog = 512;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _refusals = [];
    private readonly IPEndPoint _endPoint;
    private readonly Socket? _keeper;
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Socket? _listener;
    private int _refusing;

    /// <summary>Listens.</summary>
    /// <param name="endPoint">Where; port 0 = a free one.</param>
    /// <param name="keepsPort">True when it may be closed for a time.</param>
    public Doorway(IPEndPoint endPoint, bool keepsPort)
    {
        _endPoint = endPoint;
        try
        {
            if (keepsPort)
            {
                _keeper = Bound(endPoint);
                _endPoint = (IPEndPoint)_keeper.LocalEndPoint!;
            }

            _listener = Bound(_endPoint);
            _listener.Listen(Backlog);
            _endPoint = (IPEndPoint)_listener.LocalEndPoint!;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => _endPoint;

    /// <summary>The next connection; waits while the port is closed.</summary>
    public async Task<Socket> AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Socket? listener;
            Task opened;
            lock (_lock)
            {
                (listener, opened) = (_listener, _opened.Task);
            }

            if (listener is null)
            {
                await opened.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                return await listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException && IsGone(listener))
            {
                continue; // closed for a time
            }
        }
    }

    /// <summary>Closes the port until a fault heals. Several at a time keep it closed until the last has.</summary>
    public void Refuse(LinkState state, ArmedFault fault)
    {
        lock (_lock)
        {
            if (_refusing++ == 0)
            {
                _listener?.Dispose();
                _listener = null;
                _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _refusals.Add(HealAsync(state, fault));
        }
    }

    /// <summary>Closes the port for good and ends the waits.</summary>
    public async Task StopAsync()
    {
        Task[] refusals;
        lock (_lock)
        {
            _listener?.Dispose();
            refusals = [.. _refusals];
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(refusals).ConfigureAwait(false);
    }

    /// <summary>Gives the port back.</summary>
    public void Dispose()
    {
        _listener?.Dispose();
        _keeper?.Dispose();
        _stop.Dispose();
    }

    private static Socket Bound(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task HealAsync(LinkState state, ArmedFault fault)
    {
        try
        {
            await state.Heals.WaitAsync(
                fault.Fault.Id, fault.Fault.Do.Heal?.AfterMs ?? Timeout.Infinite, state.Options.TimeProvider,
                _stop.Token).ConfigureAwait(false);
            Reopen();
            state.Ledger.Amend(fault, r => r with { HealedAt = state.Now(), SettledAt = state.Now() });
        }
        catch (OperationCanceledException)
        {
            state.Ledger.Amend(fault, r => r with { SettledAt = state.Now() });
        }
        catch (SocketException e)
        {
            state.AddError(e);
        }
    }

    private void Reopen()
    {
        lock (_lock)
        {
            if (--_refusing > 0)
            {
                return;
            }

            _listener = Bound(_endPoint);
            _listener.Listen(Backlog);
            _opened.TrySetResult();
        }
    }

    private bool IsGone(Socket listener)
    {
        lock (_lock)
        {
            return _listener != listener;
        }
    }
}
