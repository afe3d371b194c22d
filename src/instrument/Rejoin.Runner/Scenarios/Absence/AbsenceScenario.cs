using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.Absence;

/// <summary>Clients that stay away briefly, for a while, and too long.</summary>
internal sealed class AbsenceScenario : IScenario
{
    private const string Main = "s1";
    private const string Beside = "s2";
    private const string Cut = "cut-1";
    private const int MessagesAtMost = 6;

    // Verdict, end mark, three puts with event and ack, a workflow of one step with event, ack, four events of the step
    // and its completion, a say with event and ack; then the reply.
    private const int FirstFrame = 18;
    private const int LastFrame = 27;

    public string Id => "absence";

    public string Summary =>
        "Absences within, just under, just over and far over each window: resumed with everything, or expired, said "
            + "so, and clean.";

    public int TrialsPerRound => 48;

    public TimeSpan LongestAbsence(ContractWindows windows) => AbsenceGroup.Longest(windows);

    public IReadOnlyList<Operation> Needs =>
    [
        Operation.Connect, Operation.Resume, Operation.Drop, Operation.Say, Operation.History,
        Operation.Set, Operation.Start, Operation.Context, Operation.Effects,
    ];

    public IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals) =>
        Companion.Beside(Main, Beside, trial, principals);

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var number = trial.Header.Trial;
        var clients = await trial.ClientsAsync(
            session => session.Session == Main ? [Plan(number, trial.Random)] : Companion.Faults(number),
            cancellation)
            .ConfigureAwait(false);
        await using (clients.ConfigureAwait(false))
        {
            var talk = new Conversation(clients[0]);
            await Companion.RunAsync(trial, new Conversation(clients[1]), cancellation).ConfigureAwait(false);
            if (!await BeginAsync(talk, cancellation).ConfigureAwait(false))
            {
                return;
            }

            await LoseAsync(talk, cancellation).ConfigureAwait(false);
            await trial.PassAsync(AbsenceGroup.Of(number, trial.Contract.Windows), cancellation)
                .ConfigureAwait(false);
            if (await Recovery.ResumeAsync(talk.Client, trial, cancellation).ConfigureAwait(false))
            {
                await GoOnAsync(talk, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A cut in the first or second reply, of a kind that the service notices at once: the absence counts from
    /// the moment at which it does.</summary>
    private static Fault Plan(int trial, Random random)
    {
        var cut = CutChoice.NoticedKind(trial);
        return new Fault
        {
            Id = Cut,
            At = new CutPoint
            {
                Connection = 1,
                Direction = Direction.ServiceToClient,
                Frame = random.Next(FirstFrame, LastFrame + 1),
                Position = CutChoice.Position(cut, random),
            },
            Do = cut,
        };
    }

    private static async Task<bool> BeginAsync(Conversation talk, CancellationToken cancellation)
    {
        if (!await talk.ConnectAsync(cancellation).ConfigureAwait(false))
        {
            return false;
        }

        await talk.PutAsync("memory", "goal", cancellation).ConfigureAwait(false);
        await talk.PutAsync("memory", "plan", cancellation).ConfigureAwait(false);
        await talk.PutAsync("preference", "tone", cancellation).ConfigureAwait(false);
        var workflow = await talk.StartAsync("one-step", cancellation).ConfigureAwait(false);
        await talk.Client.WorkflowOrLossAsync(workflow, "workflow_completed", cancellation).ConfigureAwait(false);
        await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Talks until the cut strikes, and waits until the client knows.</summary>
    private static async Task LoseAsync(Conversation talk, CancellationToken cancellation)
    {
        var client = talk.Client;
        for (var said = 0; client.FiredOn(Cut) == 0 && said < MessagesAtMost; said++)
        {
            await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        }

        await client.ClosedAsync(client.Connection, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads what is there after the absence, whatever session it is, and goes on with it.</summary>
    private static async Task GoOnAsync(Conversation talk, CancellationToken cancellation)
    {
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.Client.InvokeOrLossAsync(Operation.Effects, cancellation).ConfigureAwait(false);
        await talk.PutAsync("memory", "plan", cancellation).ConfigureAwait(false);
        await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);

        // A reply can be handed over before the ack of its message is; a read that began before the ack proves nothing.
        await talk.AnsweredAsync().ConfigureAwait(false);
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.LeaveAsync(cancellation).ConfigureAwait(false);
    }
}
