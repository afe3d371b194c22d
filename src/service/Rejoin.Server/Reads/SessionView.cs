using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What a session's log folds to at one offset; immutable.</summary>
public sealed record SessionView
{
    /// <summary>Offset of the newest event in the fold; 0 = none.</summary>
    public required long Offset { get; init; }

    /// <summary>Log digest at that offset: 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Messages of user and agent in order.</summary>
    public required IReadOnlyList<HistoryMessage> History { get; init; }

    /// <summary>Everything else that the log folds to.</summary>
    public required SessionContext Context { get; init; }
}
