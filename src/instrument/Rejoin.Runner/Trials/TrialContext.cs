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

    private readonly Random random;
    private readonly string runId;

    public TrialContext(TrialHeader header, ITargetInstance target, IDriver driver, Contract contract,
        TimeProvider time)
    {
        Header = header;
        Target = target;
        Driver = driver;
        Contract = contract;
        Time = time;
        Recorder = new HistoryRecorder(header, time);
        random = new Seed(header.Seed).Derive(header.Scenario, header.Trial);
        runId = new Seed(header.Seed).ToString()[2..].ToLowerInvariant();
    }

    public TrialHeader Header { get; }

    public ITargetInstance Target { get; }

    public IDriver Driver { get; }

    public Contract Contract { get; }

    public TimeProvider Time { get; }

    public HistoryRecorder Recorder { get; }

    /// <summary>Random source of the scenario; used by one thread at a time.</summary>
    public Random Random => random;

    /// <summary>What went wrong on the instrument's own side; null if nothing did.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Reports something that went wrong on the instrument's own side; the first is kept.</summary>
    public void Report(string trouble) => Trouble ??= trouble;

    /// <summary>Some words, so that texts differ in length and content.</summary>
    public string Words(int atMost)
    {
        lock (random)
        {
            return string.Join(' ', random.GetItems(Vocabulary, random.Next(1, atMost + 1)));
        }
    }

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
}
