namespace Rejoin.Checks.Tests;

/// <summary>One way in which a scripted service breaks its promises; each must be accused by exactly one
/// check.</summary>
public enum PlantedBug
{
    None,
    LoseAcked,
    ForgetOperationIds,
    PhantomMessage,
    ReorderOperations,
    TornMessage,
    FlipFlop,
    ReplayOffByOne,
    ReplayLiveOverlap,
    SwapReplay,
    FalseReset,
    SpliceStream,
    WrongCursor,
    RetimeHistory,
    StaleRead,
    NonMonotonicRead,
    DropMemoryKey,
    StaleMemory,
    RerunStep,
    LoseStep,
    DoubleEffect,
    LoseEffect,
    IdentityDrift,
    SilentReset,
    LeakSession,
    LeakPrincipal,
    ResumeAfterExpiry,
    SilentExpiry,
    EarlyExpiry,
    WrongCloseCode,
    RefuseResume,
    SwallowOperation,
}
