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

    public LinkOptions Options { get; } = options;

    /// <summary>Host and port that the client dials.</summary>
    public string ClientAuthority { get; } = clientAuthority;

    public FaultLedger Ledger { get; } = new(options.Plan);

    public UpstreamDialer Dialer { get; } = new(options);

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

    /// <summary>Why a fault did not fire.</summary>
    public string WhyNot(CutPoint at)
    {
        var relays = Relays();
        return at.Connection <= relays.Count
            ? relays[at.Connection - 1].WhyNot(at)
            : $"connection {at.Connection} was never opened, only {relays.Count}";
    }
}
