using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The server's verdict on an attempt. After a <see cref="Reset"/> the application forgets messages and
/// context of the old session; the cursor moves to the new position after the handler has returned.</summary>
public sealed record VerdictKnown : SessionEvent
{
    /// <summary>The verdict: <see cref="Opened"/>, <see cref="Resumed"/> or <see cref="Reset"/>.</summary>
    public required Verdict Verdict { get; init; }
}
