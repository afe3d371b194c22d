using System.Net.Security;

namespace Rejoin.Client;

/// <summary>Settings of a session object. They are read at construction and not changed afterwards.</summary>
public sealed record RejoinSessionOptions
{
    /// <summary>Endpoint of the service, <c>wss</c>; <c>ws</c> only on loopback or with
    /// <see cref="AllowInsecure"/>. Without user information and fragment.</summary>
    public required Uri Uri { get; init; }

    /// <summary>Source of access tokens, asked before every attempt. What it gives is never logged, stored or shown.
    /// An exception of it becomes <see cref="ClientFailure.TokenUnavailable"/>.</summary>
    public required Func<CancellationToken, ValueTask<string>> AccessToken { get; init; }

    /// <summary>Whether <c>ws</c> is allowed to an address that is not loopback: tokens then travel unprotected.
    /// Default false.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Where the hello is said. Default: in headers of the upgrade.</summary>
    public HelloPlacement Hello { get; init; } = HelloPlacement.UpgradeHeaders;

    /// <summary>Whether the client takes a snapshot in place of a replay. Default true.</summary>
    public bool TakesSnapshots { get; init; } = true;

    /// <summary>Extra headers of the upgrade, for example <c>User-Agent</c>. Default none. The headers of the
    /// protocol itself cannot be set here.</summary>
    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Judge of the server's certificate in place of the system's; null = the system's. Default
    /// null.</summary>
    public RemoteCertificateValidationCallback? CertificateTrust { get; init; }

    /// <summary>Maker of the byte stream to the server in place of a TCP connection (a proxy, a Unix socket); TLS is
    /// put over it for <c>wss</c>. The session disposes the stream. Null = TCP. Default null.</summary>
    public Func<Uri, CancellationToken, ValueTask<Stream>>? Dial { get; init; }

    /// <summary>What happens when the server contradicts itself. Default <see
    /// cref="IntegrityPolicy.Refuse"/>.</summary>
    public IntegrityPolicy Integrity { get; init; } = IntegrityPolicy.Refuse;

    /// <summary>Whether a connection on which nothing was heard for twice the announced heartbeat is dropped. Default
    /// true; no effect if the server announces no heartbeat.</summary>
    public bool DropWhenSilent { get; init; } = true;

    /// <summary>Longest time for the access token, then for name resolution, TCP and TLS together. Default 10
    /// s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from the request of the upgrade to its answer. Default 10 s.</summary>
    public TimeSpan UpgradeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from the end of the upgrade to the verdict. Default 10 s.</summary>
    public TimeSpan VerdictTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from the verdict to the end of the replay, the handler's own time included. Default
    /// 30 s.</summary>
    public TimeSpan ReplayTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time from the call of an operation to its answer, over lost connections too, unless the call
    /// says otherwise. Default 10 s; <see cref="Timeout.InfiniteTimeSpan"/> = no limit.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for a closing handshake, and for which a connection that was taken over is kept open.
    /// Default 2 s.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest message that the client takes, in bytes. Range 1 024 to 1 GiB; default 16 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most operations that may wait unanswered in the outbox. Range 1 to 1 000 000; default 1 000.</summary>
    public int MaxOutboxOperations { get; init; } = 1_000;

    /// <summary>Most bytes of operations in the outbox. Range 1 024 to 1 GiB; default 1 MiB.</summary>
    public int MaxOutboxBytes { get; init; } = 1024 * 1024;

    /// <summary>Events read ahead of the handler. Range 0 to 1 000 000; default 1 024. When full, the client stops
    /// reading and the server will find it slow. 0 = none: the handler runs between two reads, so that events and
    /// answers keep their exact order; awaiting an operation inside the handler then never ends well.</summary>
    public int EventQueueCapacity { get; init; } = 1_024;

    /// <summary>Processed events after which the client acknowledges. Default null = the number that the server
    /// announces; a larger number than that is cut to it. Range 1 and up.</summary>
    public int? AckEveryEvents { get; init; }

    /// <summary>Clock of timeouts and timestamps. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Source of operation ids that the caller does not give, and of jitter; not to be shared between clients.
    /// Two session objects must not run on the same seed against one session: equal ids would be refused. Default an
    /// unseeded one of its own.</summary>
    public Random Random { get; init; } = new();

    /// <summary>Endpoint and behaviour, without the source of tokens and without header values.</summary>
    public override string ToString() =>
        $"{nameof(RejoinSessionOptions)} {{ Uri = {Endpoint.Of(Uri)}, Hello = {Hello}, Integrity = {Integrity} }}";
}
