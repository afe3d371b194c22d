namespace Rejoin.Server;

/// <summary>Body of <c>POST /token</c>.</summary>
internal sealed record TokenRequest(string Principal, long TtlSeconds = 600);
