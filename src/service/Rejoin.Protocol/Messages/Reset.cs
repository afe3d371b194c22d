namespace Rejoin.Protocol;

/// <summary>The verdict that continuity is lost: the client forgets what it held and starts at offset 0 of a new
/// epoch.</summary>
public sealed record Reset : Verdict
{
    /// <summary>Why the position could not be honoured.</summary>
    public required ResetReason Reason { get; init; }
}
