namespace Rejoin.Checks;

/// <summary>Close codes that are right per situation; empty = that situation is not judged.</summary>
/// <remarks>Codes lie in [1000, 4999] without 1004, 1005, 1006 and 1015. Source: RFC 6455 §7.4.</remarks>
public sealed record ContractCloseCodes
{
    /// <summary>A newer connection took the session.</summary>
    public IReadOnlyList<int> Superseded { get; init; } = [];

    /// <summary>The client left.</summary>
    public IReadOnlyList<int> Left { get; init; } = [];

    /// <summary>The service restarts. Stated for readers; no history line tells this situation yet.</summary>
    public IReadOnlyList<int> Restart { get; init; } = [];
}
