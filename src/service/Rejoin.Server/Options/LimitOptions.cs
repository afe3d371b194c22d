namespace Rejoin.Server;

/// <summary>Limits on everything that comes from outside.</summary>
/// <remarks>What happens beyond each one: docs/reference/limits.md.</remarks>
public sealed record LimitOptions
{
    /// <summary>Time for the first message of a connection, in milliseconds; default 5 000.</summary>
    public int HelloMs { get; init; } = 5_000;

    /// <summary>Largest first message, in bytes; default 8 192.</summary>
    public int HelloBytes { get; init; } = 8_192;

    /// <summary>Largest message, in bytes; default 65 536.</summary>
    public int MessageBytes { get; init; } = 65_536;

    /// <summary>Operations that may be unanswered at once on a connection; default 64.</summary>
    public int PendingOperations { get; init; } = 64;

    /// <summary>Events after which a client should send an ack; announced only; default 32.</summary>
    public int AckEveryEvents { get; init; } = 32;

    /// <summary>Messages that may wait to be sent on a connection; default 4 096.</summary>
    public int SendQueueMessages { get; init; } = 4_096;

    /// <summary>Bytes that may wait to be sent on a connection; default 4 MiB.</summary>
    public long SendQueueBytes { get; init; } = 4 * 1_048_576;

    /// <summary>Time that a peer has to answer a close frame, in milliseconds; default 1 000.</summary>
    public int CloseMs { get; init; } = 1_000;

    /// <summary>Connections of the server; default 10 000.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Connections that are not attached yet; default 500.</summary>
    public int UnattachedConnections { get; init; } = 500;

    /// <summary>Sessions of one principal; default 256.</summary>
    public int SessionsPerPrincipal { get; init; } = 256;

    /// <summary>Attaches of one principal per second; default 50.</summary>
    public int AttachesPerSecond { get; init; } = 50;

    /// <summary>Attaches of one principal at once; default 200.</summary>
    public int AttachBurst { get; init; } = 200;

    /// <summary>Request line and headers of an HTTP request, in bytes; default 16 384.</summary>
    public int RequestHeadBytes { get; init; } = 16_384;

    /// <summary>Text of a <c>say</c>, in bytes of UTF-8; default 16 384.</summary>
    public int TextBytes { get; init; } = 16_384;

    /// <summary>Value of a <c>set</c> and input of a <c>start</c>, in bytes of JSON; default 4 096.</summary>
    public int ValueBytes { get; init; } = 4_096;

    /// <summary>Keys of memory, and keys of preferences, of one session; default 1 000.</summary>
    public int KeysPerMap { get; init; } = 1_000;

    /// <summary>Unfinished workflows of one session; default 4.</summary>
    public int ActiveWorkflows { get; init; } = 4;

    /// <summary>Unfinished replies of one session; default 64.</summary>
    public int QueuedTurns { get; init; } = 64;

    /// <summary>Newest events of a session that can be replayed; default 10 000.</summary>
    public int RetainedEvents { get; init; } = 10_000;

    /// <summary>Longest reply of the agent, in characters; what comes beyond is left out; default 262 144.</summary>
    public int ReplyCharacters { get; init; } = 262_144;

    /// <summary>Writes that may wait for the store; default 16 384.</summary>
    public int StoreQueue { get; init; } = 16_384;

    internal void Validate(List<string> errors)
    {
        OptionRange.Check(errors, "limits.helloMs", HelloMs, 10, 600_000);
        OptionRange.Check(errors, "limits.helloBytes", HelloBytes, 256, 1_048_576);
        OptionRange.Check(errors, "limits.messageBytes", MessageBytes, 1_024, 16_777_216);
        OptionRange.Check(errors, "limits.pendingOperations", PendingOperations, 1, 65_536);
        OptionRange.Check(errors, "limits.ackEveryEvents", AckEveryEvents, 1, 65_536);
        OptionRange.Check(errors, "limits.sendQueueMessages", SendQueueMessages, 1, 1_048_576);
        OptionRange.Check(errors, "limits.sendQueueBytes", SendQueueBytes, 1_024, 1_073_741_824);
        OptionRange.Check(errors, "limits.closeMs", CloseMs, 10, 600_000);
        OptionRange.Check(errors, "limits.connections", Connections, 1, 10_000_000);
        OptionRange.Check(errors, "limits.unattachedConnections", UnattachedConnections, 1, 10_000_000);
        OptionRange.Check(errors, "limits.sessionsPerPrincipal", SessionsPerPrincipal, 1, 10_000_000);
        OptionRange.Check(errors, "limits.attachesPerSecond", AttachesPerSecond, 1, 10_000_000);
        OptionRange.Check(errors, "limits.attachBurst", AttachBurst, 1, 10_000_000);
        OptionRange.Check(errors, "limits.requestHeadBytes", RequestHeadBytes, 1_024, 1_048_576);
        OptionRange.Check(errors, "limits.textBytes", TextBytes, 1, 16_777_216);
        OptionRange.Check(errors, "limits.valueBytes", ValueBytes, 2, 16_777_216);
        OptionRange.Check(errors, "limits.keysPerMap", KeysPerMap, 1, 1_000_000);
        OptionRange.Check(errors, "limits.activeWorkflows", ActiveWorkflows, 1, 1_000);
        OptionRange.Check(errors, "limits.queuedTurns", QueuedTurns, 1, 65_536);
        OptionRange.Check(errors, "limits.retainedEvents", RetainedEvents, 1, 10_000_000);
        OptionRange.Check(errors, "limits.replyCharacters", ReplyCharacters, 64, 16_777_216);
        OptionRange.Check(errors, "limits.storeQueue", StoreQueue, 16, 10_000_000);
        OptionRange.Require(
            errors, HelloBytes <= MessageBytes, $"limits.helloBytes: {HelloBytes} is above messageBytes.");
    }
}
