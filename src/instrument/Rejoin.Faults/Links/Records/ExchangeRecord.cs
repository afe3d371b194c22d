namespace Rejoin.Faults.Links;

/// <summary>The record of one HTTP request through the link, upgrades included. Has no query and no headers.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Method">Its method; empty when the head could not be read.</param>
/// <param name="Path">Its path without the query.</param>
/// <param name="Upgrade">True when it asked for a WebSocket.</param>
/// <param name="Status">Status of the answer; 0 when none came.</param>
/// <param name="Trouble">
/// What the link itself has to say, such as a service that cannot be reached; null for nothing.
/// </param>
public sealed record ExchangeRecord(
    long At, string Method, string Path, bool Upgrade, int Status, string? Trouble);
