using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.Location;

/// <summary>A client that comes back from another address, user agent and location, and from the same as a
/// control.</summary>
internal sealed class LocationScenario : IScenario
{
    private const string Main = "s1";
    private const string Beside = "s2";
    private const string Roamer = "s3";
    private const string Stall = "stall-1";

    // Long against a resume, short against the contract's times.
    private const int StallMs = 400;

    // Verdict, end-of-replay mark, ack and event of a message, and the first pieces of the reply.
    private const int FirstStalledFrame = 6;
    private const int RoamingEvery = 4;

    public string Id => "location";

    public string Summary =>
        "Resumes from another address, user agent and location in turn with resumes from the same: recognised, not "
            + "blocked, reported, as fast, and the place left behind is cut off.";

    public int TrialsPerRound => 20;

    public IReadOnlyList<Operation> Needs =>
    [
        Operation.Connect, Operation.Resume, Operation.Drop, Operation.Say, Operation.History,
        Operation.Set, Operation.Context,
    ];

    public IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals) =>
        [.. Companion.Beside(Main, Beside, trial, principals), (Roamer, "p1")];

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var cuts = Itinerary.Cuts(trial.Header.Trial, trial.Random);
        var moves = Itinerary.Moves(trial.Random);
        var clients = await trial.ClientsAsync(
            session => session.Session switch
            {
                Main => cuts,
                Roamer when IsRoaming(trial) => [StallOf(trial)],
                Beside => Companion.Faults(trial.Header.Trial),
                _ => [],
            },
            cancellation)
            .ConfigureAwait(false);
        await using (clients.ConfigureAwait(false))
        {
            await Companion.RunAsync(trial, new Conversation(clients[1]), cancellation).ConfigureAwait(false);
            if (IsRoaming(trial))
            {
                await RoamAsync(trial, new Conversation(clients[2]), cancellation).ConfigureAwait(false);
            }

            await TravelAsync(trial, new Conversation(clients[0]), moves, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>One resume after another; each connection answers one read.</summary>
    private static async Task TravelAsync(
        TrialContext trial, Conversation talk, IReadOnlyList<bool> moves, CancellationToken cancellation)
    {
        var client = talk.Client;
        if (!await ConnectAsync(talk, cancellation).ConfigureAwait(false))
        {
            return;
        }

        await talk.PutAsync("memory", "goal", cancellation).ConfigureAwait(false);
        foreach (var isMoving in moves)
        {
            if (client.Connection > Itinerary.CutConnections)
            {
                await client.InvokeAsync(Operation.Drop, new OperationInput(), cancellation).ConfigureAwait(false);
            }

            await client.ClosedAsync(client.Connection, cancellation).ConfigureAwait(false);
            if (isMoving)
            {
                client.MoveTo(client.Place == Itinerary.Home ? Itinerary.Away : Itinerary.Home);
            }

            if (!await Recovery.ResumeAsync(client, trial, cancellation).ConfigureAwait(false))
            {
                return;
            }

            await client.InvokeOrLossAsync(Operation.Context, cancellation).ConfigureAwait(false);
        }

        await EndAsync(trial, talk, cancellation).ConfigureAwait(false);
    }

    /// <summary>The client appears elsewhere while its connection is alive and silent; what it then says at the place
    /// left behind must not count.</summary>
    private static async Task RoamAsync(TrialContext trial, Conversation talk, CancellationToken cancellation)
    {
        var left = talk.Client;
        if (!await ConnectAsync(talk, cancellation).ConfigureAwait(false))
        {
            return;
        }

        await talk.SayUntilFiredAsync(Stall, cancellation).ConfigureAwait(false);
        var here = await left.DuplicateAsync(cancellation).ConfigureAwait(false);
        await using (here.ConfigureAwait(false))
        {
            var goesOn = new Conversation(here);
            here.MoveTo(Itinerary.Away);
            if (!await Recovery.ResumeAsync(here, trial, cancellation).ConfigureAwait(false))
            {
                return;
            }

            talk.SayLate(cancellation);
            await goesOn.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
            await left.ClosedAsync(left.Connection, cancellation).ConfigureAwait(false);
            await left.InvokeAsync(Operation.Crash, new OperationInput(), cancellation).ConfigureAwait(false);
            await talk.AnsweredAsync().ConfigureAwait(false);
            await EndAsync(trial, goesOn, cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsRoaming(TrialContext trial) => trial.Header.Trial % RoamingEvery == 0;

    private static Fault StallOf(TrialContext trial) => new()
    {
        Id = Stall,
        At = new CutPoint
        {
            Connection = 1,
            Direction = Direction.ServiceToClient,
            Frame = FirstStalledFrame + trial.Random.Next(4),
            Position = FramePosition.After,
        },
        Do = new FaultAction { Kind = FaultKind.Stall, DelayMs = StallMs },
    };

    private static async Task<bool> ConnectAsync(Conversation talk, CancellationToken cancellation)
    {
        talk.Client.MoveTo(Itinerary.Home);
        return await talk.ConnectAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task EndAsync(TrialContext trial, Conversation talk, CancellationToken cancellation)
    {
        await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        await talk.AnsweredAsync().ConfigureAwait(false);
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.Client.EndedAsync().ConfigureAwait(false);
        await trial.AuditAsync(talk.Client, cancellation).ConfigureAwait(false);
        await talk.LeaveAsync(cancellation).ConfigureAwait(false);
    }
}
