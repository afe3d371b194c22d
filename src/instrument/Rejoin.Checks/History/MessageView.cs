namespace Rejoin.Checks;

/// <summary>One message, as a read shows it.</summary>
public sealed record MessageView
{
    /// <summary>Message id.</summary>
    public required string Id { get; init; }

    /// <summary>"user" or "agent".</summary>
    public required string Role { get; init; }

    /// <summary>Whole text.</summary>
    public required string Text { get; init; }

    /// <summary>Offset of the event that recorded it; absent if the service has none.</summary>
    public long? Offset { get; init; }

    /// <summary>Timestamp as the service gives it (RFC 3339); absent if it gives none.</summary>
    public string? At { get; init; }

    /// <summary>Turn that an agent message ends: the id of the say.</summary>
    public string? Turn { get; init; }
}
