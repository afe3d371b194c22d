using Rejoin.Faults.Links.Handshakes;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links;

/// <summary>What the connections of one link share. Thread-safe.</summary>
internal sealed class LinkState(LinkOptions options, string clientAuthority)
{
    private readonly Lock _lock = new();
    private readonly List<Relay> _relays = [];
    private readonly List<ExchangeRecord> _exchanges = [];
    private readonly List<Exception> _errors = [];
    private readonly List<HandshakeInjector> _silent = [];
    private int _attempts;

    public LinkOptions Options { get; } = options;

    /// <summary>Host and port that the client dials.</summary>
    public string ClientAuthority { get; } = clientAuthority;

    public FaultLedger Ledger { get; } = new(options.Plan);

    public UpstreamDialer Dialer { get; } = new(options);

    /// <summary>The waits of faults that heal.</summary>
    public HealBell Heals { get; } = new();

    /// <summary>The port, which kind refuse closes; set before the first connection.</summary>
    public Doorway Door { get; init; } = null!;

    /// <summary>The ordinal that the next upgrade will get.</summary>
    public int NextOrdinal
    {
        get
        {
            lock (_lock)
            {
                return _relays.Count + 1;
            }
        }
    }

    /// <summary>TCP connections of clients so far.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    public long Now() => Options.TimeProvider.GetTimestamp();

    /// <summary>Numbers a connection and keeps it.</summary>
    public Relay AddRelay(Func<int, Relay> create)
    {
        lock (_lock)
        {
            var relay = create(_relays.Count + 1);
            _relays.Add(relay);
            return relay;
        }
    }

    /// <summary>Numbers a TCP connection of a client.</summary>
    public int NextAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>Keeps a handshake whose sockets were left open.</summary>
    public void AddSilent(HandshakeInjector injector)
    {
        lock (_lock)
        {
            _silent.Add(injector);
        }
    }

    /// <summary>Brings what the sockets of silent connections have seen into the records.</summary>
    public void Observe()
    {
        foreach (var relay in Relays())
        {
            relay.Observe();
        }

        HandshakeInjector[] silent;
        lock (_lock)
        {
            silent = [.. _silent];
        }

        foreach (var injector in silent)
        {
            injector.Observe();
        }
    }

    /// <summary>Tells the caller that a fault is about to act.</summary>
    public void Tell(Injection record)
    {
        try
        {
            Options.Injected?.Invoke(record);
        }
        catch (Exception e)
        {
            AddError(e);
        }
    }

    public void AddExchange(ExchangeRecord exchange)
    {
        lock (_lock)
        {
            if (_exchanges.Count < Options.Limits.ListedExchanges)
            {
                _exchanges.Add(exchange);
            }
        }
    }

    public void AddError(Exception error)
    {
        lock (_lock)
        {
            if (_errors.Count < Options.Limits.ListedExchanges)
            {
                _errors.Add(error);
            }
        }
    }

    public IReadOnlyList<Relay> Relays()
    {
        lock (_lock)
        {
            return [.. _relays];
        }
    }

    public IReadOnlyList<ExchangeRecord> Exchanges()
    {
        lock (_lock)
        {
            return [.. _exchanges];
        }
    }

    public IReadOnlyList<Exception> Errors()
    {
        lock (_lock)
        {
            return [.. _errors];
        }
    }

    /// <summary>Why a fault did not fire, as far as it can be told from outside.</summary>
    public string WhyNot(Fault fault)
    {
        var (relays, at) = (Relays(), fault.At);
        if (at.Handshake is { IsOfResponse: false })
        {
            return at.Connection <= relays.Count
                ? $"nothing waited for it when connection {at.Connection} was opened"
                : $"connection {at.Connection} was never asked for, only {relays.Count} were opened";
        }

        if (at.Connection > relays.Count)
        {
            return $"connection {at.Connection} was never opened, only {relays.Count}";
        }

        var why = relays[at.Connection - 1].WhyNot(at);
        return fault.Repeat == FaultRepeat.Always && relays.Count > at.Connection
            ? why + $", and too few on each later one (up to {relays.Count})"
            : why;
    }
}
