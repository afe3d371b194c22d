namespace Rejoin.Checks;

/// <summary>One line of a service's audit log about a session.</summary>
/// <param name="What">What happened, as the service names it; <c>attached</c> = a connection took the session.</param>
/// <param name="Generation">Generation of the attach; absent if it is none.</param>
/// <param name="Moved">Whether the service says that the attach came from another place than the one before; absent
/// if it does not say.</param>
public sealed record AuditEntry(string What, long? Generation, bool? Moved);
