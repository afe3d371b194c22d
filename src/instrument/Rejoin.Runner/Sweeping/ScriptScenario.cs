using Rejoin.Checks;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>One trial of a conversation under a fault plan. Made anew for each trial: it keeps what the link
/// saw.</summary>
internal sealed class ScriptScenario(ConversationScript script, FaultPlan plan, IReadOnlyList<string> checks)
    : IScenario
{
    public string Id => NameOf(script);

    public string Summary => script.Summary;

    public int TrialsPerRound => 1;

    public IReadOnlyList<string> Checks => checks;

    public bool HasOneText => true;

    /// <summary>Frames of the first connection of the first session; empty if there was none.</summary>
    public FrameMap Map { get; private set; } = FrameMap.Empty;

    /// <summary>What became of each fault of the plan.</summary>
    public IReadOnlyList<Injection> Injections { get; private set; } = [];

    /// <summary>Scenario of the trials of a conversation, as histories name it.</summary>
    public static string NameOf(ConversationScript script) => $"sweep-{script.Id}";

    public TimeSpan LongestAbsence(ContractWindows windows) => TimeSpan.FromTicks(script.Sessions.Max(
        session => session.Steps.Sum(step => step.Away?.Ticks ?? 0)));

    public IReadOnlyList<(string Session, string Principal)> Sessions(int trial, int principals) =>
        [.. script.Sessions.Select(each => (each.Session, principals == 1 ? "p1" : each.Principal))];

    public async Task RunAsync(TrialContext trial, CancellationToken cancellation)
    {
        var first = script.Sessions[0].Session;
        var clients = await trial.ClientsAsync(
            session => session.Session == first ? plan.Faults : [], cancellation).ConfigureAwait(false);
        try
        {
            await Task.WhenAll(clients.Zip(script.Sessions, (client, session) =>
                new ScriptPlayer(trial, client, session).PlayAsync(cancellation))).ConfigureAwait(false);
        }
        finally
        {
            await clients.DisposeAsync().ConfigureAwait(false);
            var link = clients[0].Link;
            Map = link.Connections is [var connection, ..]
                ? new FrameMap(connection.Frames, connection.RequestHeadBytes, connection.ResponseHeadBytes)
                : FrameMap.Empty;
            Injections = link.Injections;
        }
    }
}
