using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The events of step 4 of a workflow are appended a second time when it is completed; its effect is applied
/// once.</summary>
internal static class RerunStep
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Agent = agent => new AlteredAgent(agent, static turn => new AlteredTurn(turn) { Again = Repeat() }),
    })
    {
        Id = "rerun-step",
        Check = "RJ205",
        Scenario = "agent-state",
        Wrong = "runs step 4 of a workflow again after it was completed",
        Defence = "the record of completed steps at which a workflow goes on",
    };

    private static Func<EventData, IEnumerable<EventData>> Repeat()
    {
        var events = new List<EventData>();
        return data =>
        {
            if (FourthStep.StepOf(data) == FourthStep.Number)
            {
                events.Add(data);
            }

            return data is StepCompleted { Step: FourthStep.Number } ? events : [];
        };
    }
}
