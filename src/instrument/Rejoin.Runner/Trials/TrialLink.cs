using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>The link of one client of a trial, in the words of histories.</summary>
internal sealed class TrialLink
{
    private readonly Box box;
    private readonly Link link;
    private readonly bool repeats;

    private TrialLink(Box box, Link link, FaultPlan plan)
    {
        this.box = box;
        this.link = link;
        repeats = plan.Faults.Any(fault => fault.Repeat == FaultRepeat.Always);
    }

    /// <summary>Endpoint for the client.</summary>
    public Uri Endpoint => link.ClientUri;

    /// <summary>Receiver of each fault at the moment before it acts.</summary>
    public Action<LinkInjection> Injected
    {
        set => box.Receiver = value;
    }

    /// <summary>Place that the next connection comes from; null = the machine's own.</summary>
    public Place? Place
    {
        set => box.Place = value;
    }

    public static async Task<TrialLink> StartAsync(
        Uri upstream, FaultPlan plan, TimeProvider time, CancellationToken cancellation)
    {
        var box = new Box(upstream);
        var options = new LinkOptions
        {
            Upstream = upstream,
            Plan = plan,
            TimeProvider = time,
            Source = _ => box.Source(),
            Injected = injection => box.Receiver?.Invoke(Of(injection, "fired")),
        };
        return new TrialLink(box, await Link.StartAsync(options, cancellation).ConfigureAwait(false), plan);
    }

    /// <summary>What the link's connections carried.</summary>
    public IReadOnlyList<Rejoin.Faults.Links.ConnectionRecord> Connections => link.Connections;

    /// <summary>What became of each fault of the plan; complete after <see cref="CompleteAsync"/>.</summary>
    public IReadOnlyList<Injection> Injections => link.Injections;

    /// <summary>Whether a fault leaves the client's side open and silent for ever.</summary>
    public static bool SilencesClient(InjectionEvidence evidence) =>
        evidence.Kind is "half-open-service-lost" or "black-hole";

    /// <summary>What went wrong in the link itself; null if nothing did.</summary>
    public string? Trouble => link.Errors is [var error, ..] ? error.Message : null;

    /// <summary>Ends a fault that repeats on every connection: from here on nothing is cut. False if there is
    /// none.</summary>
    public bool EndRepeating()
    {
        if (repeats)
        {
            link.Complete();
        }

        return repeats;
    }

    /// <summary>Closes the link; every fault of the plan with what became of it.</summary>
    public async Task<IReadOnlyList<LinkInjection>> CompleteAsync()
    {
        // Disarmed first: from here on nothing fires. What the sockets saw is complete only after the end.
        link.Complete();
        await link.DisposeAsync().ConfigureAwait(false);
        var frames = link.Connections.ToDictionary(each => each.Attempt, each => each.ToClient.DataFrames);
        return [.. link.Injections.Select(injection => Told(injection, frames))];
    }

    private static LinkInjection Told(Injection injection, Dictionary<int, int> frames)
    {
        var of = Of(injection, injection.Outcome switch
        {
            InjectionOutcome.Fired => "observed",
            InjectionOutcome.NotFired => "not-fired",
            _ => "mislabelled",
        });
        // What comes after a cut is counted no more; before the service's 101 there was no frame.
        int? given = injection.Outcome == InjectionOutcome.Fired && injection.Do.EndsConnection
            ? frames.GetValueOrDefault(injection.Attempt)
            : null;
        return of with { Evidence = of.Evidence with { FramesToClient = given } };
    }

    // What comes to nothing was hit nowhere: it counts for the connection that it was planned for.
    private static LinkInjection Of(Injection injection, string status) => new(
        Evidence(injection, status), injection.Attempt > 0 ? injection.Attempt : injection.At.Connection);

    private static InjectionEvidence Evidence(Injection injection, string status) => new()
    {
        Fault = injection.FaultId,
        Connection = injection.At.Connection,
        Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(injection.Do.Kind.ToString()),
        At = injection.At.ToString(),
        Direction = injection.At.Direction == Direction.ClientToService ? "c2s" : "s2c",
        CloseCode = injection.Do.CloseCode,
        Status = status,
        Reason = injection.Reason,
        Cut = injection.Do.EndsConnection,
        BytesToService = injection.DeliveredToService,
        BytesToClient = injection.DeliveredToClient,
        ClientSaw = Saw(injection.Client),
        ServiceSaw = Saw(injection.Service),
    };

    private static string Saw(SocketSight sight) => sight.CloseReply is { } code
        ? $"close {code}"
        : sight.Saw switch { PeerSignal.Fin => "fin", PeerSignal.Rst => "rst", _ => "nothing" };

    // The link calls back from the moment it exists, the client that listens comes a moment later.
    private sealed class Box(Uri upstream)
    {
        private volatile Place? place;

        public Action<LinkInjection>? Receiver { get; set; }

        public Place? Place
        {
            set => place = value;
        }

        public ConnectionSource Source() => place is { } from
            ? new ConnectionSource { Address = from.SourceTowards(upstream), Headers = from.Headers }
            : new ConnectionSource();
    }
}
