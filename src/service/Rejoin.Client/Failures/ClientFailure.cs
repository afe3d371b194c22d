namespace Rejoin.Client;

/// <summary>The causes for which an attempt, a connection or an operation of a client ends: one value per
/// cause.</summary>
/// <remarks>Source: protocol.md, "Close codes"; RFC 6455 §7.4.</remarks>
public enum ClientFailure
{
    /// <summary>The host name could not be resolved.</summary>
    NameResolution,

    /// <summary>Nothing listens at the address.</summary>
    ConnectionRefused,

    /// <summary>The address could not be reached for another reason of the network.</summary>
    Unreachable,

    /// <summary>No TCP and TLS connection in time.</summary>
    ConnectTimeout,

    /// <summary>No answer to the upgrade in time.</summary>
    UpgradeTimeout,

    /// <summary>No verdict in time.</summary>
    VerdictTimeout,

    /// <summary>No end of the replay in time.</summary>
    ReplayTimeout,

    /// <summary>No answer to an operation in time; whether it was applied is unknown if it was sent.</summary>
    OperationTimeout,

    /// <summary>The server's certificate is not trusted.</summary>
    TlsCertificate,

    /// <summary>The TLS handshake failed for another reason than the certificate.</summary>
    TlsHandshake,

    /// <summary>The upgrade was answered with an HTTP status that has no value of its own here.</summary>
    UpgradeRefused,

    /// <summary>The server does not speak <c>rejoin.v1</c>.</summary>
    SubprotocolMismatch,

    /// <summary>The application's token source gave no usable access token.</summary>
    TokenUnavailable,

    /// <summary>The access token is missing or not acceptable (401, 4501).</summary>
    Unauthorized,

    /// <summary>The access token expired on an open connection; the session is kept (4002).</summary>
    TokenExpired,

    /// <summary>The server refuses this origin (403).</summary>
    OriginRefused,

    /// <summary>Too many attaches (429, 4004).</summary>
    RateLimited,

    /// <summary>The server has no room now (503, 1013).</summary>
    NoRoom,

    /// <summary>The server restarts (1012).</summary>
    Restarting,

    /// <summary>The server got no hello in time (4003).</summary>
    HelloTimeout,

    /// <summary>The server found this client too slow (4001).</summary>
    SlowConsumer,

    /// <summary>A newer connection holds the session (4500).</summary>
    Superseded,

    /// <summary>The principal holds as many sessions as it may (4502).</summary>
    SessionLimit,

    /// <summary>The session was reset: its continuity is lost, for the reason given.</summary>
    SessionReset,

    /// <summary>The server broke the protocol.</summary>
    ProtocolViolation,

    /// <summary>A message is over a size limit: the client's for received ones, the server's for sent ones.</summary>
    MessageTooBig,

    /// <summary>The server ended the connection with a close code that has no value of its own here.</summary>
    EndedByPeer,

    /// <summary>The connection was reset (TCP RST) without a close frame.</summary>
    ConnectionReset,

    /// <summary>The connection ended (TCP FIN) without a close frame.</summary>
    ConnectionEnded,

    /// <summary>Nothing was heard for twice the heartbeat: the connection is taken for dead.</summary>
    Silent,

    /// <summary>An offset was skipped.</summary>
    IntegrityGap,

    /// <summary>An offset came twice on one connection.</summary>
    IntegrityDuplicate,

    /// <summary>The digest of what this client holds is not the server's.</summary>
    IntegrityDigest,

    /// <summary>An acknowledgement came before the event that it speaks of.</summary>
    IntegrityOrder,

    /// <summary>The verdict speaks of another session, position, principal or generation than was asked for.</summary>
    IntegrityVerdict,

    /// <summary>The operation was refused by the server: certainly not applied.</summary>
    OperationRefused,

    /// <summary>The outbox is full: the operation was not taken.</summary>
    OutboxFull,

    /// <summary>The budget of reconnect attempts is spent for now.</summary>
    RetryBudgetExhausted,

    /// <summary>The circuit breaker of the endpoint is open for now.</summary>
    CircuitOpen,

    /// <summary>The application's handler threw; the event it was given does not count as processed.</summary>
    HandlerFailed,

    /// <summary>The client dropped the connection itself.</summary>
    DroppedByCaller,

    /// <summary>The session object was abandoned.</summary>
    Abandoned,

    /// <summary>The session object was closed, left or disposed by its owner.</summary>
    ClosedByCaller,
}
