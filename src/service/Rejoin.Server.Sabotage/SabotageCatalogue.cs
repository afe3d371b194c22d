namespace Rejoin.Server.Sabotage;

/// <summary>Every bug that can be planted.</summary>
/// <remarks>Described for people in docs/reference/sabotage.md.</remarks>
public static class SabotageCatalogue
{
    /// <summary>The bugs in the order of their checks.</summary>
    public static IReadOnlyList<PlantedBug> All { get; } =
    [
        LoseAcked.Bug,
        ForgetOperationIds.Bug,
        PhantomMessage.Bug,
        ReorderOperations.Bug,
        TornMessage.Bug,
        FlipFlop.Bug,
        ReplayOffByOne.Bug,
        ReplayLiveOverlap.Bug,
        SwapReplay.Bug,
        FalseReset.Bug,
        SpliceStream.Bug,
        WrongCursor.Bug,
        RetimeHistory.Bug,
        StaleRead.Bug,
        NonMonotonicRead.Bug,
        DropMemoryKey.Bug,
        StaleMemory.Bug,
        RerunStep.Bug,
        LoseStep.Bug,
        ForgetPendingSteps.Bug,
        DoubleEffect.Bug,
        LoseEffect.Bug,
        IdentityDrift.Bug,
        SilentReset.Bug,
        SilentExpiry.Bug,
        NoFencing.Bug,
        ServeSuperseded.Bug,
        KeepSuperseded.Bug,
        ForkHistory.Bug,
        LeakSession.Bug,
        LeakOldSession.Bug,
        LeakPrincipal.Bug,
        ResumeAfterExpiry.Bug,
        EarlyExpiry.Bug,
        WrongCloseCode.Bug,
        HideMove.Bug,
        RefuseResume.Bug,
        BlockLocation.Bug,
        SwallowOperation.Bug,
        AnnounceReplay.Bug,
        SlowResume.Bug,
        SlowElsewhere.Bug,
        KeepMemory.Bug,
        SlowerPerCycle.Bug,
    ];

    /// <summary>The bug of a name; null if there is none.</summary>
    /// <param name="name">Id, in lower case.</param>
    public static PlantedBug? Find(string name) => All.FirstOrDefault(bug => bug.Id == name);
}
