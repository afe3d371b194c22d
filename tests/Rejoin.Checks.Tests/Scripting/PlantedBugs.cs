namespace Rejoin.Checks.Tests;

/// <summary>Which check each planted bug must be caught by.</summary>
public static class PlantedBugs
{
    public static IReadOnlyDictionary<PlantedBug, string> CaughtBy { get; } = new Dictionary<PlantedBug, string>
    {
        [PlantedBug.LoseAcked] = "RJ101",
        [PlantedBug.ForgetOperationIds] = "RJ102",
        [PlantedBug.PhantomMessage] = "RJ103",
        [PlantedBug.ReorderOperations] = "RJ105",
        [PlantedBug.TornMessage] = "RJ106",
        [PlantedBug.FlipFlop] = "RJ107",
        [PlantedBug.ReplayOffByOne] = "RJ111",
        [PlantedBug.ReplayLiveOverlap] = "RJ112",
        [PlantedBug.SwapReplay] = "RJ113",
        [PlantedBug.FalseReset] = "RJ114",
        [PlantedBug.SpliceStream] = "RJ115",
        [PlantedBug.WrongCursor] = "RJ116",
        [PlantedBug.RetimeHistory] = "RJ201",
        [PlantedBug.StaleRead] = "RJ202",
        [PlantedBug.NonMonotonicRead] = "RJ203",
        [PlantedBug.DropMemoryKey] = "RJ204",
        [PlantedBug.StaleMemory] = "RJ204",
        [PlantedBug.RerunStep] = "RJ205",
        [PlantedBug.LoseStep] = "RJ205",
        [PlantedBug.ForgetPendingSteps] = "RJ205",
        [PlantedBug.DoubleEffect] = "RJ206",
        [PlantedBug.LoseEffect] = "RJ206",
        [PlantedBug.IdentityDrift] = "RJ207",
        [PlantedBug.SilentReset] = "RJ208",
        [PlantedBug.NoFencing] = "RJ301",
        [PlantedBug.ServeSuperseded] = "RJ302",
        [PlantedBug.KeepSuperseded] = "RJ303",
        [PlantedBug.ForkHistory] = "RJ305",
        [PlantedBug.LeakSession] = "RJ401",
        [PlantedBug.LeakOldSession] = "RJ401",
        [PlantedBug.LeakPrincipal] = "RJ402",
        [PlantedBug.ResumeAfterExpiry] = "RJ501",
        [PlantedBug.SilentExpiry] = "RJ208",
        [PlantedBug.EarlyExpiry] = "RJ502",
        [PlantedBug.WrongCloseCode] = "RJ601",
        [PlantedBug.HideMove] = "RJ608",
        [PlantedBug.RefuseResume] = "RJ701",
        [PlantedBug.SwallowOperation] = "RJ702",
        [PlantedBug.AnnounceReplay] = "RJ703",
    };
}
