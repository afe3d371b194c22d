using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A notice of the server: it changes nothing in the log.</summary>
public sealed record NoticeReceived : SessionEvent
{
    /// <summary>The notice.</summary>
    public required Notice Notice { get; init; }
}
