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

    /// <summary>Largest first message of a connection whose upgrade carried no hello, in bytes of UTF-8.</summary>
    public const int HelloMaxBytes = 8_192;

    /// <summary>Largest number in a message: 2^53 - 1, which every JSON implementation holds exactly.</summary>
    public const long MaxInteger = (1L << 53) - 1;

    /// <summary>Whether a text is a well-formed epoch: 1 to 32 visible ASCII characters, so that it fits in a header.
    /// </summary>
    public static bool IsEpoch(string? text) =>
        text is { Length: > 0 and <= EpochMaxLength } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Whether a text is a well-formed id: 1 to 64 characters of <c>A–Z a–z 0–9 - _</c>.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= IdMaxLength } && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
