namespace Rejoin.Protocol;

/// <summary>The verdict on a hello that named no session: a new one is open.</summary>
public sealed record Opened : Verdict;
