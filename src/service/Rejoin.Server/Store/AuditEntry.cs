namespace Rejoin.Server;

/// <summary>One line of the audit, without the addresses that the database holds.</summary>
/// <param name="What"><c>opened</c>, <c>attached</c>, <c>attach_refused</c>, <c>ended</c> or <c>corrupt</c>.</param>
/// <param name="Generation">Generation of the attach, 1 for <c>opened</c>; null for what is no attach.</param>
/// <param name="Moved">Whether the attach came from another place than the one before; false for <c>opened</c>; null
/// for what is no attach.</param>
public sealed record AuditEntry(string What, long? Generation, bool? Moved);
