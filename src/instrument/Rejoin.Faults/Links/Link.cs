using System.Net.Sockets;
using Rejoin.Faults.Links.Http;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links;

/// <summary>
/// One network path that a run owns: a proxy on this machine in front of one service that follows WebSocket frames both
/// ways and carries out a fault plan. Cheap to create; one per trial. All members are thread-safe.
/// Source: docs/reference/faults.md.
/// </summary>
public sealed class Link : IAsyncDisposable
{
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(10);

    private readonly LinkState _state;
    private readonly Doorway _door;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Task> _sessions = [];
    private readonly Task _accepting;
    private int _disposed;

    private Link(LinkOptions options, Doorway door)
    {
        _door = door;
        var authority = door.EndPoint.ToString();
        ClientUri = new Uri("ws://" + authority + options.Upstream.PathAndQuery);
        _state = new LinkState(options, authority) { Door = door };
        _accepting = AcceptAsync();
    }

    /// <summary>
    /// The address for the client: <c>ws://</c>, <see cref="LinkOptions.Listen"/> with its port, and the path of the
    /// upstream.
    /// </summary>
    public Uri ClientUri { get; }

    /// <summary>TCP connections of clients so far, upgraded or not.</summary>
    public int Attempts => _state.Attempts;

    /// <summary>The WebSocket connections so far, by ordinal. A snapshot.</summary>
    public IReadOnlyList<ConnectionRecord> Connections => [.. _state.Relays().Select(r => r.Record())];

    /// <summary>The HTTP requests so far, upgrades included, in the order of their answers. A snapshot.</summary>
    public IReadOnlyList<ExchangeRecord> Exchanges => _state.Exchanges();

    /// <summary>
    /// The faults that fired, in the order of the plan, one that repeats once for each occurrence; after
    /// <see cref="Complete"/> those that did not fire at all, too. A snapshot.
    /// </summary>
    public IReadOnlyList<Injection> Injections => _state.Ledger.Snapshot();

    /// <summary>
    /// Errors of the link's own making or of the callbacks. Not empty means that the link's records cannot be trusted.
    /// </summary>
    public IReadOnlyList<Exception> Errors => _state.Errors();

    /// <summary>Starts a link. It listens when the task is done; the service is reached when a client comes.</summary>
    /// <param name="options">What to connect and how to disturb.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The link, to be disposed.</returns>
    /// <exception cref="ArgumentException">The options are not valid; the text has every error.</exception>
    /// <exception cref="SocketException">The port cannot be had.</exception>
    public static Task<Link> StartAsync(LinkOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        var refuses = options.Plan.Faults.Any(fault => fault.Do.Kind == FaultKind.Refuse);
        return Task.FromResult(new Link(options, new Doorway(options.Listen, refuses)));
    }

    /// <summary>Ends faults early that wait for their heal rule, or for the end of a stall.</summary>
    /// <param name="faultId">Id of the fault; null: all.</param>
    /// <returns>How many waits were ended; 0 when none waited.</returns>
    public int Heal(string? faultId = null) => _state.Heals.Ring(faultId);

    /// <summary>
    /// Disarms the faults that have not fired, and says of each why. Connections go on. Asking again changes nothing.
    /// </summary>
    /// <returns>The records of every fault of the plan, in its order; at least one of each.</returns>
    public IReadOnlyList<Injection> Complete()
    {
        _state.Observe();
        _state.Ledger.Complete(_state.WhyNot);
        return Injections;
    }

    /// <summary>Completes the record, closes all sockets and waits for the link's tasks.</summary>
    /// <returns>A task that is done when nothing of the link is left.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Complete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _door.StopAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        Task[] sessions;
        lock (_lock)
        {
            sessions = [.. _sessions.Values];
        }

        await Task.WhenAll(sessions).ConfigureAwait(false);
        _door.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _door.AcceptAsync(_stop.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                Begin(socket);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException
                || (e is SocketException && _stop.IsCancellationRequested))
            {
                return; // disposed
            }
            catch (SocketException e)
            {
                _state.AddError(e);
                await Task.Delay(AcceptPause, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private void Begin(Socket socket)
    {
        lock (_lock)
        {
            var tooMany = _sessions.Count >= _state.Options.Limits.Connections;
            var attempt = _state.NextAttempt();
            _sessions.Add(attempt, ServeAsync(socket, attempt, tooMany));
        }
    }

    private async Task ServeAsync(Socket socket, int attempt, bool tooMany)
    {
        await Task.Yield();
        using var session = new ClientSession(_state, socket, attempt, _stop.Token);
        try
        {
            await (tooMany ? session.RefuseAsync() : session.RunAsync()).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return; // disposed
        }
        catch (Exception e)
        {
            _state.AddError(e);
        }
        finally
        {
            lock (_lock)
            {
                _sessions.Remove(attempt);
            }
        }
    }
}
