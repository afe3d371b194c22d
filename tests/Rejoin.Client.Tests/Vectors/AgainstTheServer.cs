using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Rejoin.Client.Tests.EndToEnd;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol.Tests.Vectors;
using Rejoin.Server;

namespace Rejoin.Client.Tests.Vectors;

/// <summary>The real server reacts to the frames of a client as the vectors say.</summary>
public sealed class AgainstTheServer
{
    private static readonly byte[] Probe = """{"type":"read","id":"probe","what":"effects"}"""u8.ToArray();

    [Fact]
    public async Task Every_frame_of_a_client_gets_the_reaction_of_its_vector()
    {
        await using var service = await StartAsync();
        var token = await service.TokenAsync();
        var stranger = await service.TokenAsync("eve");
        List<string> wrong = [];
        foreach (var vector in VectorFiles.Of("client"))
        {
            var frame = vector.Frame;
            var text = Encoding.UTF8.GetString(frame);
            if (text.Contains("{token", StringComparison.Ordinal))
            {
                frame = Encoding.UTF8.GetBytes(text.Replace("{token}", token, StringComparison.Ordinal)
                    .Replace("{token:eve}", stranger, StringComparison.Ordinal));
            }

            var isHello = vector.Message == "hello";
            using var peer = await RawPeer.OpenAsync(service, isHello ? null : token);
            await peer.SayAsync(frame, vector.IsBinary);
            var got = await ReactionAsync(peer, vector, isHello);
            var expected = $"{vector.Reaction} {vector.RefusalCode}{vector.CloseCode}".TrimEnd();
            if (got != expected)
            {
                wrong.Add($"{vector}: expected {expected}, got {got}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_upgrade_gets_the_answer_of_its_vector()
    {
        await using var service = await StartAsync();
        var token = await service.TokenAsync();
        List<string> wrong = [];
        foreach (var vector in VectorFiles.Read("handshake.json")["vectors"]!.AsArray())
        {
            var expect = vector!["expect"]!;
            var (status, subprotocol, first) = await UpgradeAsync(
                service, vector["headers"]!.AsArray().Select(h => ((string)h!).Replace(
                    "{token}", token, StringComparison.Ordinal)), expect["verdict"] is not null);
            var got = (status, subprotocol, (string?)first?["type"], (string?)first?["reason"]);
            var expected = (
                (int)expect["status"]!, (string?)expect["subprotocol"], (string?)expect["verdict"],
                (string?)expect["reason"]);
            if (got != expected)
            {
                wrong.Add($"{vector["about"]}: expected {expected}, got {got}");
            }
        }

        Assert.Empty(wrong);
    }

    private static Task<Service> StartAsync() => Service.StartAsync(o => o with
    {
        Limits = new LimitOptions { AttachesPerSecond = 10_000, AttachBurst = 10_000, SessionsPerPrincipal = 10_000 },
    });

    private static async Task<string> ReactionAsync(RawPeer peer, Vector vector, bool isHello)
    {
        if (vector.Reaction == "accept" && (isHello || vector.Message == "ack"))
        {
            if (isHello)
            {
                var verdict = await peer.HearAsync();
                return verdict is null ? $"close {peer.CloseCode}" : "accept";
            }

            await peer.SayAsync(Probe);
        }

        var answer = await peer.AnswerAsync();
        return (string?)answer?["type"] switch
        {
            null => $"close {peer.CloseCode}",
            "refused" => $"refuse {answer["code"]}",
            _ => "accept",
        };
    }

    private static async Task<(int Status, string? Subprotocol, JsonNode? First)> UpgradeAsync(
        Service service, IEnumerable<string> headers, bool readFirst)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Running.Url.Port, Bounded.Token);
        var stream = client.GetStream();
        var request = $"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{service.Running.Url.Port}\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + string.Concat(headers.Select(h => h + "\r\n")) + "\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Bounded.Token);
        var response = await UpgradeResponse.ReadAsync(stream, Bounded.Token);
        if (!readFirst || response.Status != 101)
        {
            return (response.Status, response.Header("Sec-WebSocket-Protocol"), null);
        }

        var observed = new ObservedStream(stream, response.ReadAhead, TimeProvider.System);
        using var socket = System.Net.WebSockets.WebSocket.CreateFromStream(
            observed, false, null, Timeout.InfiniteTimeSpan);
        using var source = new MessageSource(socket, 65_536);
        var message = await source.NextAsync(ClientStage.Verdict, Bounded.Token);
        return (101, response.Header("Sec-WebSocket-Protocol"), JsonNode.Parse(message!.Value.Span));
    }
}
