namespace Rejoin.Server.Sabotage;

/// <summary>The effect of step 4 of a workflow is applied twice.</summary>
internal static class DoubleEffect
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Agent = agent => new AlteredAgent(agent, static turn => new AlteredTurn(turn) { Effects = Twice }),
    })
    {
        Id = "double-effect",
        Check = "RJ206",
        Scenario = "agent-state",
        Wrong = "applies the effect of step 4 of a workflow twice",
        Defence = "the idempotency key of an effect",
    };

    private static IEnumerable<EffectApplication> Twice(EffectApplication effect) => effect.Step == FourthStep.Number
        ? [effect, effect with { Key = effect.Key + "/again" }]
        : [effect];
}
