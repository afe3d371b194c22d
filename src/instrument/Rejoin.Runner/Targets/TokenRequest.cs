namespace Rejoin.Runner;

/// <summary>A request to the development issuer of a service.</summary>
internal sealed record TokenRequest(string Principal, int TtlSeconds);
