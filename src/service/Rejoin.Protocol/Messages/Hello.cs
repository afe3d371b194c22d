namespace Rejoin.Protocol;

/// <summary>The first message of a connection whose upgrade carried no credentials.</summary>
/// <remarks>Source: protocol.md, "Hello".</remarks>
public sealed record Hello : ClientMessage
{
    /// <summary>Access token, a JWT.</summary>
    public required string Token { get; init; }

    /// <summary>Session to resume; null opens a new one.</summary>
    public string? Session { get; init; }

    /// <summary>Epoch of the client's position; required with <see cref="Session"/>.</summary>
    public string? Epoch { get; init; }

    /// <summary>Offset of the last event that the client has processed; 0 = none; required with
    /// <see cref="Session"/>.</summary>
    public long? Offset { get; init; }

    /// <summary>Whether the client can take a snapshot in place of a replay; default true.</summary>
    /// <remarks>Settable, because the serializer gives an absent <c>init</c> property the value false.</remarks>
    public bool Snapshots { get; set; } = true;

    /// <summary>The message without its token.</summary>
    public override string ToString() => $"Hello {{ Session = {Session}, Epoch = {Epoch}, Offset = {Offset} }}";
}
