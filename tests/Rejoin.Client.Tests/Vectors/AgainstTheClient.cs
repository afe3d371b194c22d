using System.Text.Json.Nodes;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;
using Rejoin.Protocol.Tests.Vectors;

namespace Rejoin.Client.Tests.Vectors;

/// <summary>The real client reacts to the frames of a server as the vectors say.</summary>
public sealed class AgainstTheClient
{
    private static readonly JsonArray OrderVectors = VectorFiles.Read("order.json")["vectors"]!.AsArray();

    public static TheoryData<string> Orders => [.. OrderVectors.Select(v => (string)v!["about"]!)];

    public static TheoryData<string> Server => [.. VectorFiles.Of("server").Select(v => v.ToString())];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Order_gets_the_reaction_of_its_vector(string about)
    {
        var vector = OrderVectors.Single(v => (string)v!["about"]! == about)!;
        await using var peer = new Peer(cursor: CursorOf(vector["presented"]));
        var attempt = Attach(peer);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync([.. vector["before"]!.AsArray().Select(f => (string)f!)]);
        await connection.SayAsync((string)vector["frame"]!);
        var expect = vector["expect"]!;
        await AssertReactionAsync(peer, connection, (string)expect["reaction"]!, (int?)expect["code"]);
        await attempt.Within();
    }

    [Theory]
    [MemberData(nameof(Server))]
    public async Task Frame_of_a_server_gets_the_reaction_of_its_vector(string name)
    {
        var vector = VectorFiles.Of("server").Single(v => v.ToString() == name);
        var resumes = vector.Message is "resumed" or "reset" or "snapshot";
        await using var peer = new Peer(cursor: resumes ? Presented : null);
        var attempt = Attach(peer);
        var connection = await peer.Server.UpgradeAsync();
        if (vector.Message == "snapshot")
        {
            await connection.SayAsync(Said.Resumed(2, 2, mode: "snapshot", session: "s_1"));
        }
        else if (!resumes && vector.Message != "opened")
        {
            await connection.SayAsync(Said.Opened("s_1"));
            await connection.SayAsync(vector.Message == "replayed" ? [] : [Said.Replayed(0, Said.Zero)]);
        }

        await OperateAsync(peer, connection, vector);
        await connection.RawFrameAsync(vector.Frame, vector.IsBinary);
        await AssertReactionAsync(peer, connection, vector.Reaction, vector.CloseCode);
        peer.Session.Drop();
        await attempt.Within();
    }

    private static SessionCursor Presented => new()
    {
        Session = "s_1",
        Epoch = "e1",
        Offset = 2,
        Principal = "ada",
        Generation = 1,
    };

    private static Task Attach(Peer peer) => peer.Session.Cursor is null
        ? peer.Session.ConnectAsync(Bounded.Token)
        : peer.Session.ResumeAsync(Bounded.Token);

    private static SessionCursor? CursorOf(JsonNode? presented) => presented is null
        ? null
        : new SessionCursor
        {
            Session = (string)presented["session"]!,
            Epoch = (string)presented["epoch"]!,
            Offset = (long)presented["offset"]!,
            Digest = (string)presented["digest"]!,
            Principal = (string)presented["principal"]!,
            Generation = (long)presented["generation"]!,
        };

    /// <summary>Brings the operation in flight that the vector's file speaks of.</summary>
    private static async Task OperateAsync(Peer peer, ScriptedConnection connection, Vector vector)
    {
        if (vector.Message is not ("ack" or "refused" or "answer"))
        {
            return;
        }

        var frame = System.Text.Encoding.UTF8.GetString(vector.Frame);
        var value = System.Text.Json.JsonDocument.Parse("1").RootElement;
        _ = vector.Message != "answer"
            ? peer.Session.SetAsync(ValueScope.Memory, "k", value, "op1", cancellationToken: Bounded.Token)
            : frame.Contains("\"context\":{", StringComparison.Ordinal)
                ? peer.Session.ReadContextAsync("op1", cancellationToken: Bounded.Token)
                : frame.Contains("\"effects\":[{", StringComparison.Ordinal)
                    ? peer.Session.ReadEffectsAsync("op1", cancellationToken: Bounded.Token)
                    : peer.Session.ReadHistoryAsync("op1", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        if (vector.Message == "ack")
        {
            await connection.SayAsync(peer.Log.Add("op1"));
        }
    }

    private static async Task AssertReactionAsync(
        Peer peer, ScriptedConnection connection, string reaction, int? code)
    {
        if (reaction == "accept")
        {
            // What comes behind an accepted frame is read too.
            await connection.SayAsync(Said.Notice("draining", 4711));
            await Until.TrueAsync(
                () => peer.Session.Closed.IsCompleted
                    || peer.Seen.OfType<NoticeReceived>().Any(n => n.Notice.InMs == 4711),
                "the client reacts");
            Assert.Null(peer.Session.Closed.IsCompleted ? (await peer.Session.Closed).Error.ToString() : null);
            return;
        }

        var closed = await peer.Session.Closed.Within();
        Assert.True(
            closed.Error.Failure is ClientFailure.ProtocolViolation or ClientFailure.IntegrityGap
                or ClientFailure.IntegrityDuplicate or ClientFailure.IntegrityDigest or ClientFailure.IntegrityOrder
                or ClientFailure.IntegrityVerdict,
            closed.Error.ToString());
        while (await connection.HearAsync() is not null)
        {
        }

        Assert.Equal(code, (int?)connection.CloseStatus);
    }
}
