namespace Rejoin.Runner;

/// <summary>An embedded service's counts, as far as they are used.</summary>
internal sealed record CountersReply(int Sessions, int AttachedSessions, int Connections, long HeapBytes);
