namespace Rejoin.Server.Sabotage;

/// <summary>The effect of step 4 of a workflow is not applied, though its call is recorded with a result.</summary>
internal static class LoseEffect
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Agent = agent => new AlteredAgent(agent, static turn => new AlteredTurn(turn) { Effects = NotFourth }),
    })
    {
        Id = "lose-effect",
        Check = "RJ206",
        Scenario = "agent-state",
        Wrong = "records a result for step 4 of a workflow without applying the effect",
        Defence = "the effect that is applied before its result is recorded",
    };

    private static IEnumerable<EffectApplication> NotFourth(EffectApplication effect) =>
        effect.Step == FourthStep.Number ? [] : [effect];
}
