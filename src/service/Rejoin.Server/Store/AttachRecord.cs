using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What an attach found.</summary>
public sealed record AttachRecord
{
    /// <summary>The session with its new generation; null if there is none for this caller.</summary>
    public SessionRecord? Session { get; init; }

    /// <summary>Reason that the caller is told when there is no session: from its tombstone, else
    /// <see cref="ResetReason.Unknown"/>.</summary>
    public ResetReason Reason { get; init; } = ResetReason.Unknown;

    /// <summary>Time since the last connection was lost; zero if one is attached.</summary>
    public TimeSpan Absence { get; init; }

    /// <summary>Whether the attach came from another place than the one before; no part of any decision.</summary>
    public bool Moved { get; init; }
}
