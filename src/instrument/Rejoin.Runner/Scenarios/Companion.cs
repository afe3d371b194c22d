using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios;

/// <summary>The small conversation that runs beside the main one of a scenario, so that every trial shows what every
/// scenario is judged by: two messages at once, an ack that is lost with the client's memory, and what the client
/// finds when it is back.</summary>
internal static class Companion
{
    private const string Cut = "cut-1";
    private const int MessagesAtMost = 3;

    // Two messages at once, and the one whose ack is lost.
    private const int FrameOfLostAck = 3;

    /// <summary>Sessions of a trial: the main one, and the companion, of the same principal in every second
    /// trial.</summary>
    /// <param name="main">Label of the main session.</param>
    /// <param name="companion">Label of the companion.</param>
    /// <param name="trial">Trial.</param>
    /// <param name="principals">Distinct principals at hand; 0 = as many as wanted.</param>
    public static IReadOnlyList<(string Session, string Principal)> Beside(
        string main, string companion, int trial, int principals) =>
        [(main, "p1"), (companion, principals == 1 || trial % 2 == 0 ? "p1" : "p2")];

    /// <summary>Faults of the companion's link.</summary>
    public static IReadOnlyList<Fault> Faults(int trial) =>
    [
        new Fault
        {
            Id = Cut,
            At = new CutPoint
            {
                Connection = 1,
                Direction = Direction.ClientToService,
                Frame = FrameOfLostAck,
                Position = FramePosition.After,
            },
            Do = new FaultAction { Kind = trial % 4 < 2 ? FaultKind.Fin : FaultKind.HalfOpenClientLost },
        },
    ];

    /// <summary>The conversation, up to its leave.</summary>
    public static async Task RunAsync(TrialContext trial, Conversation talk, CancellationToken cancellation)
    {
        var client = talk.Client;
        if (!await talk.ConnectAsync(cancellation).ConfigureAwait(false))
        {
            return;
        }

        await talk.SayAsync(pipelined: true, cancellation).ConfigureAwait(false);
        for (var said = 0; client.FiredOn(Cut) == 0 && said < MessagesAtMost; said++)
        {
            await talk.SayAsync(pipelined: false, cancellation).ConfigureAwait(false);
        }

        await client.ClosedAsync(client.Connection, cancellation).ConfigureAwait(false);
        await client.InvokeAsync(Operation.Crash, new OperationInput(), cancellation).ConfigureAwait(false);
        await client.InvokeAsync(Operation.Restart, new OperationInput(), cancellation).ConfigureAwait(false);
        if (!await Recovery.ResumeAsync(client, trial, cancellation).ConfigureAwait(false))
        {
            return;
        }

        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.EndedAsync(cancellation).ConfigureAwait(false);
        await talk.ReadAsync(cancellation).ConfigureAwait(false);
        await talk.LeaveAsync(cancellation).ConfigureAwait(false);
    }
}
