using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>A refusal of a connection: an HTTP status while the upgrade is unanswered, else a close code.</summary>
/// <param name="Status">HTTP status; 0 = accept the upgrade and close.</param>
/// <param name="CloseCode">Close code.</param>
/// <param name="RetryAfter">Time after which the client may come back; null = no hint.</param>
/// <remarks>Source: protocol.md §3, §8.</remarks>
public sealed record AttachRefusal(int Status, int CloseCode, TimeSpan? RetryAfter = null)
{
    /// <summary>The access token is missing or not acceptable.</summary>
    public static AttachRefusal Unauthorized { get; } = new(401, Protocol.CloseCode.Unauthorized);

    /// <summary>The principal holds as many sessions as it may. No HTTP status says "do not come back", so the
    /// upgrade is accepted and closed.</summary>
    public static AttachRefusal SessionLimit { get; } = new(0, Protocol.CloseCode.SessionLimit);

    /// <summary>A newer attach of the same session was accepted in the meantime.</summary>
    public static AttachRefusal Superseded { get; } = new(0, Protocol.CloseCode.Superseded);

    /// <summary>Too many attaches of the principal.</summary>
    public static AttachRefusal RateLimited(TimeSpan retryAfter) =>
        new(429, Protocol.CloseCode.RateLimited, retryAfter);

    /// <summary>No room now.</summary>
    public static AttachRefusal NoRoom(TimeSpan retryAfter) => new(503, Protocol.CloseCode.TryAgainLater, retryAfter);

    /// <summary>The server restarts.</summary>
    public static AttachRefusal Draining(TimeSpan retryAfter) =>
        new(503, Protocol.CloseCode.ServiceRestart, retryAfter);

    /// <summary>Reason of the close frame: the retry hint, or empty.</summary>
    public string CloseReason => RetryAfter is { } delay ? RetryHint.Format(delay) : string.Empty;
}
