using System.Globalization;
using Rejoin.Checks;
using Rejoin.Drivers;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>What a scenario has at hand in one trial; nothing of it is shared with another trial.</summary>
internal sealed class TrialContext
{
    private static readonly string[] Vocabulary =
    [
        "harbour", "lantern", "meadow", "copper", "violin", "orchard", "granite", "ribbon", "falcon", "cedar",
        "mosaic", "paddle", "saffron", "thimble", "walnut", "zephyr", "quarry", "juniper", "ember", "lagoon",
    ];

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);
    private readonly string runId;

    public TrialContext(TrialHeader header, ITargetInstance target, IDriver driver, Contract contract,
        TimeProvider time, RoundClock clock)
    {
        Clock = clock;
        Header = header;
        Target = target;
        Driver = driver;
        Contract = contract;
        Time = time;
        Recorder = new HistoryRecorder(header, time);
        Random = new Seed(header.Seed).Derive(header.Scenario, header.Trial);
        runId = new Seed(header.Seed).ToString()[2..].ToLowerInvariant();
    }

    public TrialHeader Header { get; }

    public ITargetInstance Target { get; }

    public IDriver Driver { get; }

    public Contract Contract { get; }

    public TimeProvider Time { get; }

    /// <summary>Clock of the round's service.</summary>
    public RoundClock Clock { get; }

    public HistoryRecorder Recorder { get; }

    /// <summary>Random source of the scenario; used by one thread at a time.</summary>
    public Random Random { get; }

    /// <summary>What went wrong on the instrument's own side; null if nothing did.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Reports something that went wrong on the instrument's own side; the first is kept.</summary>
    public void Report(string trouble) => Trouble ??= trouble;

    /// <summary>Some words, so that texts differ in length and content.</summary>
    /// <param name="random">Random source of who asks.</param>
    /// <param name="atMost">Most words.</param>
    public static string Words(Random random, int atMost) =>
        string.Join(' ', random.GetItems(Vocabulary, random.Next(1, atMost + 1)));

    /// <summary>Random source of one session of the trial.</summary>
    public Random RandomOf(SessionHeader session) =>
        new Seed(Header.Seed).Derive($"{Header.Scenario}/{session.Session}/words", Header.Trial);

    /// <summary>Name of a session's principal that no other trial uses.</summary>
    public string PrincipalName(SessionHeader session) =>
        string.Create(CultureInfo.InvariantCulture, $"{runId}-{Header.Scenario}-{Header.Trial}-{session.Principal}");

    /// <summary>A client of one of the trial's sessions behind a link of its own.</summary>
    public async Task<TrialClient> ClientAsync(SessionHeader session, FaultPlan plan, CancellationToken cancellation)
    {
        var link = await TrialLink.StartAsync(Target.Endpoint, plan, Time, cancellation).ConfigureAwait(false);
        var principal = Header.Sessions.Select(each => each.Principal).Distinct().ToList().IndexOf(session.Principal);
        return new TrialClient(this, session, principal, link);
    }

    /// <summary>A client of each session, the faults of whose links are given by its label; on an error none is
    /// left.</summary>
    public async Task<TrialClients> ClientsAsync(
        Func<SessionHeader, IReadOnlyList<Fault>> faults, CancellationToken cancellation)
    {
        var clients = new TrialClients();
        try
        {
            foreach (var session in Header.Sessions)
            {
                var planned = faults(session).Select(fault => Shifted(fault, Driver.Description.AttachFrames)).ToList();
                var plan = planned.Count == 0 ? FaultPlan.None : new FaultPlan { Faults = planned };
                clients.Add(await ClientAsync(session, plan, cancellation).ConfigureAwait(false));
            }
        }
        catch
        {
            await clients.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return clients;
    }

    /// <summary>A fault that counts a client's frames from its first operation on.</summary>
    private static Fault Shifted(Fault fault, int frames) =>
        fault.At is { Direction: Direction.ClientToService, Frame: > 0 } at
            ? fault with { At = at with { Frame = at.Frame + frames } }
            : fault;

    /// <summary>Lets time pass; the client must be detached.</summary>
    public Task PassAsync(TimeSpan absence, CancellationToken cancellation) =>
        Clock.PassAsync(Recorder, absence, cancellation);

    /// <summary>Reads what the service's audit log says of a client's session into the history; nothing if the target
    /// shows none.</summary>
    public async Task AuditAsync(TrialClient client, CancellationToken cancellation)
    {
        if (Target.Control is not { } control || client.ServiceSession is not { } session)
        {
            return;
        }

        var entries = await control.AuditAsync(session, cancellation).ConfigureAwait(false);
        Recorder.Write((index, timeNs) => new HistoryEvent
        {
            Index = index, TimeNs = timeNs, Type = HistoryEventType.Audit, Session = client.Session, Audit = entries,
        });
    }

    /// <summary>Reads the service's counts into the history, once it holds no more connections than expected, or twice
    /// the contract's time for an operation has passed: then too many are too many. Nothing if the target tells
    /// none.</summary>
    public async Task CountAsync(int connections, CancellationToken cancellation)
    {
        if (Target.Control is not { } control)
        {
            return;
        }

        var begun = Time.GetTimestamp();
        while (await control.ConnectionsAsync(cancellation).ConfigureAwait(false) > connections
            && Time.GetElapsedTime(begun) < Contract.Timeouts.Operation * 2)
        {
            await Task.Delay(PollEvery, Time, cancellation).ConfigureAwait(false);
        }

        var counts = await control.CountAsync(cancellation).ConfigureAwait(false);
        Recorder.Write((index, timeNs) => new HistoryEvent
        {
            Index = index, TimeNs = timeNs, Type = HistoryEventType.Counters, Counters = counts,
        });
    }
}
