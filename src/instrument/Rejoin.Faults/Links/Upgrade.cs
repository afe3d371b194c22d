namespace Rejoin.Faults.Links;

/// <summary>An upgrade that the service has granted.</summary>
/// <param name="Ordinal">Its ordinal on the link, 1-based.</param>
/// <param name="At">When the 101 was read.</param>
/// <param name="Subprotocol">The negotiated subprotocol; null for none.</param>
/// <param name="HasExtensions">True when an extension was negotiated, which may use RSV1.</param>
internal sealed record Upgrade(int Ordinal, long At, string? Subprotocol, bool HasExtensions);
