namespace Rejoin.Protocol;

/// <summary>A step that was begun.</summary>
public sealed record StepStarted : EventData
{
    /// <summary>Workflow id.</summary>
    public required string Workflow { get; init; }

    /// <summary>Step, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Name of the step.</summary>
    public required string Name { get; init; }
}
