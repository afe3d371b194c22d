using System.Globalization;
using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.Repeated;

/// <summary>Many sessions that are lost and resumed over and over in one service process.</summary>
internal sealed class RepeatedScenario : IScenario
{
    private const int SessionCount = 20;
    private const int WarmUpSessions = 40;

    // A service is measured with sessions in it: growth by a twentieth of an empty one would be less than its pools of
    // buffers come and go by.
    private const int Residents = 10;
    private const int ResidentValues = 60;
    private const int CharactersOfValue = 3_800;
    private const int Principals = 4;
    private const int SayEvery = 5;
    private const int WritesAtMost = 6;
    private const int LongestGapMs = 20;
    private const string WarmUp = "w";
    private const string Resident = "r";
    private const string Cycling = "s";
    private const string Beside = "c1";

    public string Id => "repeated";

    public string Summary =>
        "Twenty sessions, each lost and resumed twenty times with varied gaps: consistent after each cycle, no leak, "
            + "no slowing down.";

    public int TrialsPerRound => 1;

    public bool OwnsService => true;

    // Five hundred resumes in a row of forty: over a slow line they take more than other trials do.
    public TimeSpan LongestTrial => TimeSpan.FromMinutes(5);

    public IReadOnlyList<Operation> Needs =>
    [
        Operation.Connect, Operation.Resume, Operation.Drop, Operation.Say, Operation.History,
        Operation.Set, Operation.Context,
    ];

    public IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals)
    {
        var kept = principals == 0 ? Principals : Math.Min(principals, Principals);
        return
        [
            .. Named(Resident, Residents, kept),
            .. Named(WarmUp, WarmUpSessions, kept),
            .. Named(Cycling, SessionCount, kept),
            (Beside, "p1"),
        ];
    }

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var clients = await trial.ClientsAsync(session => Faults(trial, session), cancellation).ConfigureAwait(false);
        await using (clients.ConfigureAwait(false))
        {
            var residents = Of(clients, Resident).Select(client => new Conversation(client)).ToList();
            await AllAsync(residents, SettleAsync, cancellation).ConfigureAwait(false);
            await Task.WhenAll(
                Companion.RunAsync(trial, new Conversation(Of(clients, Beside).Single()), cancellation),
                AllAsync(
                    Of(clients, WarmUp).Select(client => new Conversation(client)),
                    (talk, stop) => SessionAsync(trial, talk, new TaskCompletionSource(), stop),
                    cancellation)).ConfigureAwait(false);
            await trial.CountAsync(Residents, cancellation).ConfigureAwait(false);
            await CycleAsync(trial, Of(clients, Cycling), cancellation).ConfigureAwait(false);
            await trial.CountAsync(Residents, cancellation).ConfigureAwait(false);
            await AllAsync(residents, EndAsync, cancellation).ConfigureAwait(false);
        }
    }

    private static IReadOnlyList<Fault> Faults(TrialContext trial, SessionHeader session) => session.Session switch
    {
        Beside => Companion.Faults(trial.Header.Trial),
        ['r', ..] => [],
        _ => CyclePlan.Cuts(Number(session), CyclesOf(session.Session), trial.Random),
    };

    private static IEnumerable<TrialClient> Of(TrialClients clients, string prefix) =>
        clients.Where(client => client.Session.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Each session starts when the one before has been through a cycle: resumes of different cycles then run
    /// at the same time, so that what slows a moment can be told from a drift.</summary>
    private static async Task CycleAsync(
        TrialContext trial, IEnumerable<TrialClient> clients, CancellationToken cancellation)
    {
        var before = Task.CompletedTask;
        var sessions = new List<Task>();
        foreach (var client in clients)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            sessions.Add(AfterAsync(before, started));
            before = started.Task;

            async Task AfterAsync(Task turn, TaskCompletionSource next)
            {
                await turn.ConfigureAwait(false);
                try
                {
                    await SessionAsync(trial, new Conversation(client), next, cancellation)
                        .ConfigureAwait(false);
                }
                finally
                {
                    next.TrySetResult();
                }
            }
        }

        await Task.WhenAll(sessions).ConfigureAwait(false);
    }

    private static Task AllAsync(
        IEnumerable<Conversation> talks, Func<Conversation, CancellationToken, Task> act,
        CancellationToken cancellation) => Task.WhenAll(talks.Select(talk => act(talk, cancellation)));

    private static async Task SettleAsync(Conversation talk, CancellationToken cancellation)
    {
        if (await talk.ConnectAsync(cancellation).ConfigureAwait(false))
        {
            await talk.FillAsync(ResidentValues, CharactersOfValue, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task EndAsync(Conversation talk, CancellationToken cancellation)
    {
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.LeaveAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task SessionAsync(
        TrialContext trial, Conversation talk, TaskCompletionSource firstCycle, CancellationToken cancellation)
    {
        var client = talk.Client;
        if (!await talk.ConnectAsync(cancellation).ConfigureAwait(false))
        {
            return;
        }

        for (var cycle = 1; cycle <= CyclesOf(client.Session); cycle++)
        {
            await LoseAsync(talk, cycle, cancellation).ConfigureAwait(false);
            var gap = TimeSpan.FromMilliseconds(client.Random.Next(LongestGapMs + 1));
            await Task.Delay(gap, trial.Time, cancellation).ConfigureAwait(false);
            if (!await Recovery.ResumeAsync(client, trial, cancellation).ConfigureAwait(false))
            {
                return;
            }

            await talk.ReadAsync(cancellation).ConfigureAwait(false);
            firstCycle.TrySetResult();
        }

        await talk.EndedAsync(cancellation).ConfigureAwait(false);
        await EndAsync(talk, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes until the cut of the connection has struck and the client knows; before a takeover,
    /// once.</summary>
    private static async Task LoseAsync(Conversation talk, int cycle, CancellationToken cancellation)
    {
        var client = talk.Client;
        var connection = client.Connection;
        var cut = CyclePlan.CutOf(connection);
        var isTakeover = CyclePlan.IsTakeover(connection, CyclesOf(client.Session));
        for (var write = 0; write < (isTakeover ? 1 : WritesAtMost) && client.FiredOn(cut) == 0; write++)
        {
            if ((cycle + write) % SayEvery == 0)
            {
                await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
            }
            else
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"k{cycle % 3}");
                await talk.PutAsync("memory", key, cancellation).ConfigureAwait(false);
            }
        }

        if (!isTakeover)
        {
            await client.ClosedAsync(connection, cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string Session, string Principal)> Named(string prefix, int count, int principals) =>
        Enumerable.Range(1, count).Select(number => (
            string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}"),
            string.Create(CultureInfo.InvariantCulture, $"p{((number - 1) % principals) + 1}")));

    private static int CyclesOf(string session) => session.StartsWith(WarmUp, StringComparison.Ordinal)
        ? CyclePlan.WarmUpCycles
        : CyclePlan.Cycles;

    private static int Number(SessionHeader session) =>
        int.Parse(session.Session.AsSpan(1), CultureInfo.InvariantCulture);
}
