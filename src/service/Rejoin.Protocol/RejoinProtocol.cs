namespace Rejoin.Protocol;

/// <summary>Names and bounds of the protocol that every party shares.</summary>
/// <remarks>Source: protocol.md.</remarks>
public static class RejoinProtocol
{
    /// <summary>WebSocket subprotocol that both sides must name.</summary>
    public const string Subprotocol = "rejoin.v1";

    /// <summary>Longest id of an operation or session, in characters.</summary>
    public const int IdMaxLength = 64;

    /// <summary>Longest epoch, in characters.</summary>
    public const int EpochMaxLength = 32;

    /// <summary>Longest key of a value, in characters.</summary>
    public const int KeyMaxLength = 128;

    /// <summary>Whether a text is a well-formed id: 1 to 64 characters of <c>A–Z a–z 0–9 - _</c>.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= IdMaxLength } && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
