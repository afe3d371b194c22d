namespace Rejoin.Server;

/// <summary>What makes a resend recognisable.</summary>
/// <param name="Id">Operation id.</param>
/// <param name="ContentHash">SHA-256 of the operation's content.</param>
public sealed record OperationKey(string Id, ReadOnlyMemory<byte> ContentHash);
