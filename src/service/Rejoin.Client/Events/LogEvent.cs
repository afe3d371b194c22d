using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>An event of the session's log. The cursor moves to its offset after the handler has returned.</summary>
public sealed record LogEvent : SessionEvent
{
    /// <summary>The event.</summary>
    public required Event Event { get; init; }

    /// <summary>UTF-8 payload of its frame exactly as received: what the log digest covers.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Whether it came before the end of the replay.</summary>
    public required bool IsReplay { get; init; }

    /// <summary>Whether a newer connection of this session object had taken over when it was handed over: it does
    /// not move the cursor. Only with <see cref="IntegrityPolicy.Report"/>.</summary>
    public bool IsSuperseded { get; init; }
}
