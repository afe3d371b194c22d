namespace Rejoin.Protocol;

/// <summary>An operation that ends the session; the server answers, then closes with 1000.</summary>
public sealed record Leave : ClientOperation;
