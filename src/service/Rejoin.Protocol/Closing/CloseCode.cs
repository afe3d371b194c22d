namespace Rejoin.Protocol;

/// <summary>Close codes of the protocol.</summary>
/// <remarks>4000–4499: the client may come back by itself; 4500–4999: it must not. Source: protocol.md, "Close
/// codes"; RFC 6455 §7.4.</remarks>
public static class CloseCode
{
    /// <summary>The session was left.</summary>
    public const int Normal = 1000;

    /// <summary>A message or its place broke the protocol.</summary>
    public const int ProtocolError = 1002;

    /// <summary>A binary message.</summary>
    public const int UnsupportedData = 1003;

    /// <summary>Text that is not UTF-8.</summary>
    public const int InvalidPayload = 1007;

    /// <summary>A message over the size limit.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>A fault of the server.</summary>
    public const int InternalError = 1011;

    /// <summary>The server restarts; the reason carries a retry hint.</summary>
    public const int ServiceRestart = 1012;

    /// <summary>The server has no room now; the reason carries a retry hint.</summary>
    public const int TryAgainLater = 1013;

    /// <summary>The client did not keep up with its events; resume at once.</summary>
    public const int SlowConsumer = 4001;

    /// <summary>The access token expired; resume with a new one.</summary>
    public const int TokenExpired = 4002;

    /// <summary>No hello in time.</summary>
    public const int HelloTimeout = 4003;

    /// <summary>Too many attaches of this principal; the reason carries a retry hint.</summary>
    public const int RateLimited = 4004;

    /// <summary>A newer connection holds the session.</summary>
    public const int Superseded = 4500;

    /// <summary>The access token is missing or not acceptable.</summary>
    public const int Unauthorized = 4501;

    /// <summary>The principal holds as many sessions as it may.</summary>
    public const int SessionLimit = 4502;

    /// <summary>Whether a client may come back by itself after a code; false for codes it does not know below
    /// 4000, except 1001, 1005 and 1006, which say nothing about the session.</summary>
    public static bool MayReconnect(int code) => code switch
    {
        1001 or 1005 or 1006 or InternalError or ServiceRestart or TryAgainLater => true,
        >= 3000 and < 3500 => true,
        >= 4000 and < 4500 => true,
        _ => false,
    };
}
