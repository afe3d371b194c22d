namespace Rejoin.Protocol;

/// <summary>The bounds of fields that every server and client share.</summary>
/// <remarks>What a server may set itself (lengths of texts and values) is not here: it is refused, not a breach.
/// Source: protocol.md, "Transport and encoding", "Messages of the client", "Messages of the server".</remarks>
internal static class MessageBounds
{
    private const string BadId = "The field 'id' is not a valid id.";
    private const string BadSession = "The field 'session' is not a valid id.";
    private const string BadEpoch = "The field 'epoch' is not 1 to 32 visible ASCII characters.";
    private const string BadOffset = "An offset is out of range.";
    private const string BadNumber = "A number is out of range.";
    private const string BadDigest = "The field 'digest' is not 64 lower-case hexadecimal digits.";

    /// <summary>What is wrong with a client's message; null = nothing.</summary>
    public static string? Wrong(ClientMessage message) => message switch
    {
        ClientOperation operation => RejoinProtocol.IsId(operation.Id) ? null : BadId,
        Hello hello => Wrong(hello),
        ClientAck ack => IsCount(ack.Offset) ? null : BadOffset,
        _ => null,
    };

    /// <summary>What is wrong with a server's message; null = nothing.</summary>
    public static string? Wrong(ServerMessage message) => message switch
    {
        Event { Offset: var offset } => IsCount(offset) && offset > 0 ? null : "The offset of an event is 1 or more.",
        Verdict verdict => Wrong(verdict),
        Replayed mark => IsCount(mark.Offset) ? Digest(mark.Digest) : BadOffset,
        Snapshot snapshot => IsCount(snapshot.Offset) ? Digest(snapshot.Digest) : BadOffset,
        ServerAck ack when !RejoinProtocol.IsId(ack.Id) => BadId,
        ServerAck ack => ack.Offset is null or > 0 ? Count(ack.Offset) : BadOffset,
        Refused refused => RejoinProtocol.IsId(refused.Id) ? Count(refused.RetryAfterMs) : BadId,
        Answer answer => Wrong(answer),
        Notice notice => Count(notice.InMs),
        _ => null,
    };

    private static string? Wrong(Hello hello) => hello switch
    {
        { Session: null, Epoch: null, Offset: null } => null,
        { Session: null } or { Epoch: null } or { Offset: null } =>
            "A resume needs 'session', 'epoch' and 'offset'; a new session none of them.",
        _ when !RejoinProtocol.IsId(hello.Session) => BadSession,
        _ when !RejoinProtocol.IsEpoch(hello.Epoch) => BadEpoch,
        _ => IsCount(hello.Offset.Value) ? null : BadOffset,
    };

    private static string? Wrong(Verdict verdict)
    {
        var limits = verdict.Limits;
        return true switch
        {
            _ when !RejoinProtocol.IsId(verdict.Session) => BadSession,
            _ when !RejoinProtocol.IsEpoch(verdict.Epoch) => BadEpoch,
            _ when !IsCount(verdict.Head) || verdict is Resumed { From: var from } && !IsCount(from) => BadOffset,
            _ when !IsCount(verdict.Generation) || verdict.Generation < 1 => "The generation is 1 or more.",
            _ when limits.MessageBytes < 1 || limits.PendingOperations < 1 || limits.AckEveryEvents < 1
                || limits.RetainedEvents < 0 || !IsCount(limits.BriefMs) || !IsCount(limits.ResumableMs)
                || !IsCount(limits.HeartbeatMs) => "A limit is out of range.",
            _ => null,
        };
    }

    private static string? Wrong(Answer answer)
    {
        object?[] all = [answer.History, answer.Context, answer.Effects];
        var parts = all.Count(part => part is not null);
        return true switch
        {
            _ when !RejoinProtocol.IsId(answer.Id) => BadId,
            _ when !IsCount(answer.Offset) => BadOffset,
            _ when parts != 1 => "An answer holds exactly one of 'history', 'context' and 'effects'.",
            _ => Digest(answer.Digest),
        };
    }

    private static bool IsCount(long value) => value is >= 0 and <= RejoinProtocol.MaxInteger;

    private static string? Count(long? value) => value is null || IsCount(value.Value) ? null : BadNumber;

    private static string? Digest(string text) => LogDigest.TryParse(text, out _) ? null : BadDigest;
}
