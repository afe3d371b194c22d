using System.Text.Json.Nodes;

namespace Rejoin.Client.Tests.Scripted;

/// <summary>Messages of a server as texts.</summary>
internal static class Said
{
    public const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    public static JsonObject Limits(
        int pending = 64, int ackEvery = 32, int bytes = 65536, long heartbeatMs = 0) => new()
        {
            ["messageBytes"] = bytes,
            ["pendingOperations"] = pending,
            ["ackEveryEvents"] = ackEvery,
            ["briefMs"] = 30000,
            ["resumableMs"] = 300000,
            ["retainedEvents"] = 10000,
            ["heartbeatMs"] = heartbeatMs,
        };

    public static string Opened(
        string session = "s1", string epoch = "e1", long head = 0, long generation = 1, JsonObject? limits = null) =>
        Verdict("opened", session, epoch, head, generation, limits).ToJsonString();

    public static string Resumed(
        long from, long head, long generation = 2, string mode = "replay", bool degraded = false, string session = "s1",
        string epoch = "e1", string principal = "ada", JsonObject? limits = null)
    {
        var verdict = Verdict("resumed", session, epoch, head, generation, limits);
        verdict["principal"] = principal;
        verdict["from"] = from;
        verdict["mode"] = mode;
        verdict["degraded"] = degraded;
        return verdict.ToJsonString();
    }

    public static string Reset(string reason, string session = "s9", string epoch = "e7", long head = 0)
    {
        var verdict = Verdict("reset", session, epoch, head, 1, null);
        verdict["reason"] = reason;
        return verdict.ToJsonString();
    }

    public static string Snapshot(long offset, string digest) => new JsonObject
    {
        ["type"] = "snapshot",
        ["offset"] = offset,
        ["digest"] = digest,
        ["history"] = new JsonArray(),
        ["context"] = Context(),
    }.ToJsonString();

    public static JsonObject Context() => new()
    {
        ["session"] = "s1",
        ["principal"] = "ada",
        ["epoch"] = "e1",
        ["memory"] = new JsonObject(),
        ["preferences"] = new JsonObject(),
        ["workflows"] = new JsonArray(),
        ["turnsInFlight"] = new JsonArray(),
    };

    public static string Answer(string id, string part, JsonNode value) => new JsonObject
    {
        ["type"] = "answer",
        ["id"] = id,
        ["offset"] = 0,
        ["digest"] = Zero,
        [part] = value,
    }.ToJsonString();

    public static string Replayed(long offset, string digest) =>
        new JsonObject { ["type"] = "replayed", ["offset"] = offset, ["digest"] = digest }.ToJsonString();

    public static string Ack(string id, long? offset = null, bool duplicate = false)
    {
        var ack = new JsonObject { ["type"] = "ack", ["id"] = id };
        if (offset is not null)
        {
            ack["offset"] = offset;
        }

        if (duplicate)
        {
            ack["duplicate"] = true;
        }

        return ack.ToJsonString();
    }

    public static string Refused(string id, string code, long? retryAfterMs = null)
    {
        var refused = new JsonObject
        {
            ["type"] = "refused",
            ["id"] = id,
            ["code"] = code,
            ["message"] = "No.",
        };
        if (retryAfterMs is not null)
        {
            refused["retryAfterMs"] = retryAfterMs;
        }

        return refused.ToJsonString();
    }

    public static string Notice(string code, long inMs) =>
        new JsonObject { ["type"] = "notice", ["code"] = code, ["inMs"] = inMs }.ToJsonString();

    public static string Event(long offset, JsonObject data) => new JsonObject
    {
        ["type"] = "event",
        ["offset"] = offset,
        ["at"] = "2026-01-02T03:04:05.678Z",
        ["data"] = data,
    }.ToJsonString();

    private static JsonObject Verdict(
        string type, string session, string epoch, long head, long generation, JsonObject? limits) => new()
        {
            ["type"] = type,
            ["session"] = session,
            ["principal"] = "ada",
            ["epoch"] = epoch,
            ["head"] = head,
            ["generation"] = generation,
            ["limits"] = limits ?? Limits(),
        };
}
