using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.History;

/// <summary>Conversations with streamed replies that are cut, resumed and compared message by message.</summary>
internal sealed class HistoryScenario : IScenario
{
    private const string Main = "s1";
    private const string Companion = "s2";
    private const string Stranger = "s3";
    private const int MessagesPerConnectionAtMost = 12;
    private const int ClosingMessages = 2;
    private const int MessagesAtLeast = 5;

    public string Id => "history";

    public string Summary =>
        "At least five messages with streamed replies, cut and resumed at varied moments: nothing lost, doubled "
            + "or altered.";

    public int TrialsPerRound => 24;

    public IReadOnlyList<(string Session, string Principal)> Sessions(int principals) => principals == 1
        ? [(Main, "p1"), (Companion, "p1")]
        : [(Main, "p1"), (Companion, "p1"), (Stranger, "p2")];

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var cuts = CutDraw.Draw(trial.Header.Trial, trial.Random);
        var clients = new List<TrialClient>();
        try
        {
            foreach (var session in trial.Header.Sessions)
            {
                var faults = session.Session == Main ? cuts.Select(cut => cut.Fault).OfType<Fault>().ToList() : [];
                var plan = faults.Count == 0 ? FaultPlan.None : new FaultPlan { Faults = faults };
                clients.Add(await trial.ClientAsync(session, plan, cancellation).ConfigureAwait(false));
            }

            await ConverseAsync(trial, clients[0], clients.Skip(1).ToList(), cuts, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var client in clients)
            {
                await client.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task ConverseAsync(
        TrialContext trial,
        TrialClient main,
        IReadOnlyList<TrialClient> others,
        IReadOnlyList<CutPlan> cuts,
        CancellationToken cancellation)
    {
        foreach (var client in others.Prepend(main))
        {
            if (!await ConnectAsync(client, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        await Task.WhenAll(others.Select(other => SayAndWaitAsync(other, cancellation))).ConfigureAwait(false);
        var talk = new Conversation(main);
        foreach (var cut in cuts)
        {
            if (!await LiveThroughAsync(trial, talk, cut, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        for (var message = 0; message < ClosingMessages || talk.Messages < MessagesAtLeast; message++)
        {
            await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        }

        await talk.EndedAsync(cancellation).ConfigureAwait(false);
        foreach (var client in others.Append(main))
        {
            await ReadAsync(client, cancellation).ConfigureAwait(false);
            await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
            await client.EndedAsync().ConfigureAwait(false);
            await LeaveAsync(client, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Talks until the cut strikes, comes back, and reads what is there; false if it could not come
    /// back.</summary>
    private static async Task<bool> LiveThroughAsync(
        TrialContext trial, Conversation talk, CutPlan cut, CancellationToken cancellation)
    {
        var client = talk.Client;
        if (cut.Fault is { } fault)
        {
            for (var said = 0; client.FiredOn(fault.Id) == 0 && said < MessagesPerConnectionAtMost; said++)
            {
                await talk.SayAsync(cut.Pipelined && said > 0, cancellation).ConfigureAwait(false);
            }

            if (client.FiredOn(fault.Id) is var struck && struck != client.Connection)
            {
                // It never struck, or struck while the client was coming back from the cut before: that is over.
                return true;
            }

            // The fault is told before it acts, and the client learns of it later still.
            await client.ClosedAsync(struck, cancellation).ConfigureAwait(false);
        }
        else
        {
            await talk.SayAsync(cut.Pipelined, cancellation).ConfigureAwait(false);
            await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
            await talk.SayUntilPiecesAsync(trial.Random.Next(1, 4), cancellation).ConfigureAwait(false);
        }

        if (cut.Crash)
        {
            await client.InvokeAsync(Operation.Crash, new OperationInput(), cancellation).ConfigureAwait(false);
            await client.InvokeAsync(Operation.Restart, new OperationInput(), cancellation).ConfigureAwait(false);
        }

        await Task.Delay(cut.Gap, trial.Time, cancellation).ConfigureAwait(false);
        var old = client.Connection;
        if (!await Recovery.ResumeAsync(client, trial, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        if (cut.Fault is null)
        {
            await client.ClosedAsync(old, cancellation).ConfigureAwait(false);
        }

        await ReadAsync(client, cancellation).ConfigureAwait(false);
        if (cut.Crash)
        {
            await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task LeaveAsync(TrialClient client, CancellationToken cancellation)
    {
        var connection = client.Connection;
        var left = await client.InvokeAsync(Operation.Leave, new OperationInput(), cancellation).ConfigureAwait(false);
        if (left.Type == HistoryEventType.Ok)
        {
            await client.ClosedAsync(connection, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<bool> ConnectAsync(TrialClient client, CancellationToken cancellation)
    {
        var outcome = await client.InvokeAsync(Operation.Connect, new OperationInput(), cancellation)
            .ConfigureAwait(false);
        return outcome.Type == HistoryEventType.Ok;
    }

    private static async Task SayAndWaitAsync(TrialClient client, CancellationToken cancellation)
    {
        var talk = new Conversation(client);
        await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        await talk.EndedAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task ReadAsync(TrialClient client, CancellationToken cancellation)
    {
        await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
        await client.InvokeOrLossAsync(Operation.Context, cancellation).ConfigureAwait(false);
    }
}
