using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The row of a session.</summary>
public sealed record SessionRecord
{
    /// <summary>Session id.</summary>
    public required string Id { get; init; }

    /// <summary>Owner.</summary>
    public required string Principal { get; init; }

    /// <summary>Epoch of the log.</summary>
    public required string Epoch { get; init; }

    /// <summary>Accepted attaches.</summary>
    public required long Generation { get; init; }

    /// <summary>Offset of the newest event; 0 = none.</summary>
    public required long Head { get; init; }

    /// <summary>Log digest at the head.</summary>
    public required LogDigest Digest { get; init; }

    /// <summary>Offset of the newest event that is no longer kept; 0 = all are.</summary>
    public required long Trimmed { get; init; }

    /// <summary>Log digest at <see cref="Trimmed"/>.</summary>
    public required LogDigest TrimmedDigest { get; init; }
}
