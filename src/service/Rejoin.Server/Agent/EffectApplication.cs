namespace Rejoin.Server;

/// <summary>One application of a tool's effect.</summary>
public sealed record EffectApplication
{
    /// <summary>Effect id: <c>workflow/step/call</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Idempotency key: an application with a known key changes nothing. The workflow uses the effect
    /// id.</summary>
    public required string Key { get; init; }

    /// <summary>Workflow that causes it.</summary>
    public required string Workflow { get; init; }

    /// <summary>Step that causes it, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Name of the tool.</summary>
    public required string Tool { get; init; }
}
