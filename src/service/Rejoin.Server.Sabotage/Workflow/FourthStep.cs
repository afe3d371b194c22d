using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The step of a workflow at which bugs strike: the one during which connections are cut.</summary>
internal static class FourthStep
{
    /// <summary>Number of the step, 1-based.</summary>
    public const int Number = 4;

    /// <summary>Step of an event; 0 = it belongs to none.</summary>
    public static int StepOf(EventData data) => data switch
    {
        StepStarted step => step.Step,
        ToolCalled call => call.Step,
        ToolReturned call => call.Step,
        StepCompleted step => step.Step,
        _ => 0,
    };
}
