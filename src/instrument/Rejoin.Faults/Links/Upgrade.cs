namespace Rejoin.Faults.Links;

/// <summary>An upgrade that the service has granted.</summary>
/// <param name="Ordinal">Its ordinal on the link, 1-based.</param>
/// <param name="Attempt">Ordinal of the client's TCP connection on the link, 1-based.</param>
/// <param name="At">When the 101 was read.</param>
/// <param name="Subprotocol">The negotiated subprotocol; null for none.</param>
/// <param name="HasExtensions">True when an extension was negotiated, which may use RSV1.</param>
/// <param name="RequestHeadBytes">Length of the request's head as the service got it, its empty line included.</param>
/// <param name="ResponseHeadBytes">Length of the head of the 101, its empty line included.</param>
internal sealed record Upgrade(
    int Ordinal, int Attempt, long At, string? Subprotocol, bool HasExtensions, int RequestHeadBytes,
    int ResponseHeadBytes);
