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

    public IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals) => principals == 1
        ? [(Main, "p1"), (Companion, "p1")]
        : [(Main, "p1"), (Companion, "p1"), (Stranger, "p2")];

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var cuts = CutDraw.Draw(trial.Header.Trial, trial.Random);
        var clients = await trial.ClientsAsync(
            session => session.Session == Main ? [.. cuts.Select(cut => cut.Fault).OfType<Fault>()] : [], cancellation)
            .ConfigureAwait(false);
        await using (clients.ConfigureAwait(false))
        {
            var talks = clients.Select(client => new Conversation(client)).ToList();
            await ConverseAsync(trial, talks[0], talks.Skip(1).ToList(), cuts, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task ConverseAsync(
        TrialContext trial,
        Conversation main,
        IReadOnlyList<Conversation> others,
        IReadOnlyList<CutPlan> cuts,
        CancellationToken cancellation)
    {
        foreach (var talk in others.Prepend(main))
        {
            if (!await talk.ConnectAsync(cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        await Task.WhenAll(others.Select(other => SayAndWaitAsync(other, cancellation))).ConfigureAwait(false);
        foreach (var cut in cuts)
        {
            if (!await LiveThroughAsync(trial, main, cut, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        for (var message = 0; message < ClosingMessages || main.Messages < MessagesAtLeast; message++)
        {
            await main.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        }

        await main.EndedAsync(cancellation).ConfigureAwait(false);
        foreach (var talk in others.Append(main))
        {
            await talk.ReadAsync(cancellation).ConfigureAwait(false);
            await talk.Client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
            await talk.LeaveAsync(cancellation).ConfigureAwait(false);
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

        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        if (cut.Crash)
        {
            await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task SayAndWaitAsync(Conversation talk, CancellationToken cancellation)
    {
        await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        await talk.EndedAsync(cancellation).ConfigureAwait(false);
    }
}
