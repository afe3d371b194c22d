using Rejoin.Checks;

namespace Rejoin.Runner.Scenarios.AgentState;

/// <summary>A workflow with tool calls, a memory and preferences: cut during step 4, resumed, gone on with.</summary>
internal sealed class AgentStateScenario : IScenario
{
    private const string Main = "s1";
    private const string Beside = "s2";
    private const string Workflow = "five-steps";
    private const string StartOfStep4 = "step_started/4";
    private const string Completion = "workflow_completed";
    private const int MessagesAtMost = 6;
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(20);

    public string Id => "agent-state";

    public string Summary =>
        "A five-step workflow with tool calls, memory and preferences, cut during step 4: it goes on where it was, "
            + "and each effect is applied once.";

    public int TrialsPerRound => 28;

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
        var cuts = StepCuts.Draw(number, trial.Random);
        var clients = await trial.ClientsAsync(
            session => session.Session == Main ? cuts : Companion.Faults(number), cancellation).ConfigureAwait(false);
        await using (clients.ConfigureAwait(false))
        {
            var talk = new Conversation(clients[0]);
            await Task.WhenAll(
                Companion.RunAsync(trial, new Conversation(clients[1]), cancellation),
                WorkAsync(trial, talk, cancellation)).ConfigureAwait(false);
        }
    }

    private static async Task WorkAsync(TrialContext trial, Conversation talk, CancellationToken cancellation)
    {
        if (await talk.ConnectAsync(cancellation).ConfigureAwait(false)
            && await LiveThroughAsync(trial, talk, cancellation).ConfigureAwait(false))
        {
            await EndAsync(talk, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The main session: two cuts, two resumes; false if it could not come back.</summary>
    private static async Task<bool> LiveThroughAsync(
        TrialContext trial, Conversation talk, CancellationToken cancellation)
    {
        var client = talk.Client;
        await PutAllAsync(talk, cancellation).ConfigureAwait(false);
        var workflow = await talk.StartAsync(Workflow, cancellation).ConfigureAwait(false);
        await client.WorkflowOrLossAsync(workflow, StartOfStep4, cancellation).ConfigureAwait(false);
        if (StepCuts.PutsDuringStep(trial.Header.Trial))
        {
            await talk.PutAsync("memory", "progress", cancellation).ConfigureAwait(false);
        }

        await client.WorkflowOrLossAsync(workflow, Completion, cancellation).ConfigureAwait(false);
        if (!await BackAsync(trial, talk, 1, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.PutAsync("memory", "plan", cancellation).ConfigureAwait(false);
        for (var said = 0; client.FiredOn("cut-2") == 0 && said < MessagesAtMost; said++)
        {
            await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        }

        if (!await BackAsync(trial, talk, 2, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.PutAsync("preference", "tone", cancellation).ConfigureAwait(false);
        await client.WorkflowOrLossAsync(workflow, Completion, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>After a cut: waits until the client knows of it, and comes back.</summary>
    private static async Task<bool> BackAsync(
        TrialContext trial, Conversation talk, int cut, CancellationToken cancellation)
    {
        var client = talk.Client;
        if (client.FiredOn($"cut-{cut}") is var struck && struck != client.Connection)
        {
            return true;
        }

        await client.ClosedAsync(struck, cancellation).ConfigureAwait(false);
        if (cut == 1 && StepCuts.Crashes(trial.Header.Trial))
        {
            await client.InvokeAsync(Operation.Crash, new OperationInput(), cancellation).ConfigureAwait(false);
            await client.InvokeAsync(Operation.Restart, new OperationInput(), cancellation).ConfigureAwait(false);
        }

        await Task.Delay(LongestGap * trial.Random.NextDouble(), trial.Time, cancellation).ConfigureAwait(false);
        return await Recovery.ResumeAsync(client, trial, cancellation).ConfigureAwait(false);
    }

    private static async Task PutAllAsync(Conversation talk, CancellationToken cancellation)
    {
        await talk.PutAsync("memory", "goal", cancellation).ConfigureAwait(false);
        await talk.PutAsync("memory", "plan", cancellation).ConfigureAwait(false);
        await talk.PutAsync("preference", "tone", cancellation).ConfigureAwait(false);
        await talk.PutAsync("memory", "plan", cancellation).ConfigureAwait(false);
        await talk.PutAsync("preference", "language", cancellation).ConfigureAwait(false);
    }

    private static async Task EndAsync(Conversation talk, CancellationToken cancellation)
    {
        await talk.EndedAsync(cancellation).ConfigureAwait(false);
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.Client.InvokeOrLossAsync(Operation.Effects, cancellation).ConfigureAwait(false);
        await talk.LeaveAsync(cancellation).ConfigureAwait(false);
    }
}
