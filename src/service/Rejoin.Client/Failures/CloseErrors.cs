using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The failure behind the end of a connection.</summary>
/// <remarks>Source: protocol.md, "Close codes".</remarks>
internal static class CloseErrors
{
    /// <summary>The failure behind a close frame.</summary>
    public static ClientError FromCode(int code, string? reason, ClientStage stage)
    {
        var (failure, message) = Meaning(code);
        return Errors.Of(failure, stage, message) with
        {
            CloseCode = code,
            RetryAfter = RetryHint.Parse(reason),
            IsRetryable = failure == ClientFailure.EndedByPeer
                ? CloseCode.MayReconnect(code)
                : Errors.IsRetryable(failure),
        };
    }

    /// <summary>The failure behind a connection that ended without a close frame.</summary>
    public static ClientError Lost(StreamEnd end, ClientStage stage, Exception? cause) => end == StreamEnd.Reset
        ? Errors.Of(
            ClientFailure.ConnectionReset,
            stage,
            "The connection was reset without a close frame: the server or something on the way died. Resume.",
            cause)
        : Errors.Of(
            ClientFailure.ConnectionEnded,
            stage,
            "The connection ended without a close frame: the server or something on the way gave it up. Resume.",
            cause);

    private static (ClientFailure Failure, string Message) Meaning(int code) => code switch
    {
        CloseCode.Normal => (ClientFailure.EndedByPeer,
            "The server closed with 1000: the session was left. Open a new one if you need one."),
        CloseCode.ServiceRestart => (ClientFailure.Restarting,
            "The server restarts (1012). Resume after the time it asks for, spread."),
        CloseCode.TryAgainLater => (ClientFailure.NoRoom,
            "The server has no room now (1013). Try again after the time it asks for, spread."),
        CloseCode.MessageTooBig => (ClientFailure.MessageTooBig,
            "The server found a message of this client too big (1009). Send less in one message."),
        CloseCode.SlowConsumer => (ClientFailure.SlowConsumer,
            "The server found this client too slow (4001). Process events faster, then resume at once."),
        CloseCode.TokenExpired => (ClientFailure.TokenExpired,
            "The access token expired (4002); the session is kept. Resume with a new token."),
        CloseCode.HelloTimeout => (ClientFailure.HelloTimeout,
            "The server got no hello in time (4003). Try again; look at the network if it repeats."),
        CloseCode.RateLimited => (ClientFailure.RateLimited,
            "Too many attaches (4004). Try again after the time the server asks for."),
        CloseCode.Superseded => (ClientFailure.Superseded,
            "A newer connection holds the session (4500). Do not come back by itself: two clients would fight."),
        CloseCode.Unauthorized => (ClientFailure.Unauthorized,
            "The access token is missing or not acceptable (4501). Get a new one first."),
        CloseCode.SessionLimit => (ClientFailure.SessionLimit,
            "The principal holds as many sessions as it may (4502). Leave one first."),
        _ => (ClientFailure.EndedByPeer, $"The server ended the connection with close code {code}."),
    };
}
