namespace Rejoin.Checks;

/// <summary>The context, as a read shows it.</summary>
public sealed record ContextView
{
    /// <summary>Session id as the service names it.</summary>
    public string? ServiceSession { get; init; }

    /// <summary>Principal as the service names it.</summary>
    public string? Principal { get; init; }

    /// <summary>Memory: key to canonical JSON text.</summary>
    public IReadOnlyDictionary<string, string> Memory { get; init; } = new Dictionary<string, string>();

    /// <summary>Preferences: key to canonical JSON text.</summary>
    public IReadOnlyDictionary<string, string> Preferences { get; init; } = new Dictionary<string, string>();

    /// <summary>Workflows in the order of their start.</summary>
    public IReadOnlyList<WorkflowView> Workflows { get; init; } = [];
}
