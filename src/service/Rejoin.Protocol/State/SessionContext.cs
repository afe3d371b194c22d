using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>What a session holds beside its messages: a fold of the log.</summary>
public sealed record SessionContext
{
    /// <summary>Session id.</summary>
    public required string Session { get; init; }

    /// <summary>Owner of the session.</summary>
    public required string Principal { get; init; }

    /// <summary>Epoch of the log.</summary>
    public required string Epoch { get; init; }

    /// <summary>What the agent remembers, by key.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Memory { get; init; }

    /// <summary>What the user prefers, by key.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Preferences { get; init; }

    /// <summary>Workflows in the order of their start.</summary>
    public required IReadOnlyList<WorkflowState> Workflows { get; init; }

    /// <summary>Turns that the agent has begun and not finished, in order.</summary>
    public required IReadOnlyList<string> TurnsInFlight { get; init; }
}
