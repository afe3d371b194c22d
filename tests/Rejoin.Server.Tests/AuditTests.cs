using System.Net;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class AuditTests
{
    private const string Agent = "agent/1";
    private const string Country = "DE";

    [Fact]
    public async Task Each_attach_is_in_the_audit_with_its_generation_and_whether_it_moved()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await ConnectAsync(server, null);
        using var second = await ConnectAsync(server, first);
        using var third = await ConnectAsync(server, second, agent: "agent/2");
        using var fourth = await ConnectAsync(server, third, agent: "agent/2", country: "FR");
        using var fifth = await ConnectAsync(server, fourth, agent: "agent/2", header: "X-Geo-Location");
        using var sixth = await ConnectAsync(server, fifth, agent: "agent/2", header: "X-Geo-Location");
        using var seventh = await ConnectAsync(server, sixth, agent: "agent/2", address: "127.0.0.77");
        Assert.Equal(
            ["opened 1 False", "attached 2 False", "attached 3 True", "attached 4 True", "attached 5 True",
                "attached 6 False", "attached 7 True"],
            await AuditAsync(server, first.Verdict.Session));
    }

    [Fact]
    public async Task What_a_proxy_says_of_the_address_is_not_believed()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await ConnectAsync(server, null);
        using var second = await ConnectAsync(server, first, header: "X-Forwarded-For", country: "10.1.2.3");
        using var third = await ConnectAsync(server, second, header: "X-Forwarded-For", country: "10.9.9.9");
        Assert.Equal(
            ["opened 1 False", "attached 2 True", "attached 3 False"],
            await AuditAsync(server, first.Verdict.Session));
    }

    [Fact]
    public async Task Another_place_decides_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await ConnectAsync(server, null);
        await first.SayAsync("m1");
        await first.EventAsync<AgentMessage>();
        using var second = await ConnectAsync(
            server, first, agent: "agent/2", country: "FR", address: "127.0.0.77");
        var resumed = Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal((first.Verdict.Session, first.Offset), (resumed.Session, resumed.From));
        await second.SayAsync("m2");
    }

    [Fact]
    public async Task The_answer_and_the_log_have_no_address_and_the_database_has()
    {
        const string Address = "127.0.0.77";
        var logs = new LogCapture();
        var folder = TestServer.NewFolder();
        var seams = new ServerSeams { Logging = logs };
        await using (var server = await TestServer.StartAsync(seams: seams, folder: folder))
        {
            using var first = await ConnectAsync(server, null);
            using var second = await ConnectAsync(server, first, address: Address, agent: new string('x', 300));
            var audit = await server.AdminAsync(HttpMethod.Get, $"/audit?session={first.Verdict.Session}");
            Assert.Equal(
                """[{"what":"opened","generation":1,"moved":false},{"what":"attached","generation":2,"moved":true}]""",
                audit.ToString());
            await logs.UntilAsync(1009);
            Assert.All(logs.Lines, line =>
            {
                Assert.DoesNotContain(Address, line, StringComparison.Ordinal);
                Assert.DoesNotContain("xxx", line, StringComparison.Ordinal);
            });
        }

        using (var connection = SqliteSchema.OpenWriter(Path.Combine(folder, "rejoin.db")))
        {
            using var query = new Statement(
                connection, "SELECT address, agent, location FROM audit WHERE generation = 2");
            using var reader = query.Query();
            Assert.True(reader.Read());
            Assert.Equal(
                (Address, new string('x', ClientPlace.AgentLength), Country),
                (reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_audit_of_a_session_outlives_it_and_names_refused_callers()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await ConnectAsync(server, null);
        using var other = await TestClient.AttachAsync(server, await server.TokenAsync("eve"), first);
        Assert.IsType<Reset>(other.Verdict);
        await first.SendAsync(new Leave { Id = "l" });
        await first.ClosedAsync();
        Assert.Equal(
            ["opened 1 False", "attach_refused  ", "ended  "], await AuditAsync(server, first.Verdict.Session));
        Assert.Empty(await AuditAsync(server, "s_nothing"));
        await server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = 90_000_000L });
        await Until.TrueAsync(async () => (await AuditAsync(server, first.Verdict.Session)).Length == 0);
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("/audit?session=")]
    [InlineData("/audit?session=a&session=b")]
    [InlineData("/audit?session=a%20b")]
    public async Task An_audit_of_no_session_is_a_bad_request(string path)
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => server.AdminAsync(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task The_place_is_known_over_a_restart()
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            first = await ConnectAsync(server, null);
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var second = await ConnectAsync(server, first);
            using var third = await ConnectAsync(server, second, agent: "agent/2");
            Assert.Equal(
                ["opened 1 False", "attached 2 False", "attached 3 True"],
                await AuditAsync(server, first.Verdict.Session));
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_of_version_1_is_brought_up_and_keeps_its_sessions()
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            first = await ConnectAsync(server, null);
            await first.SayAsync("m1");
            await first.EventAsync<AgentMessage>();
        }

        using (var connection = SqliteSchema.OpenWriter(Path.Combine(folder, "rejoin.db")))
        {
            foreach (var sql in new[]
            {
                "ALTER TABLE session DROP COLUMN place", "ALTER TABLE audit DROP COLUMN generation",
                "ALTER TABLE audit DROP COLUMN moved", "ALTER TABLE audit DROP COLUMN address",
                "ALTER TABLE audit DROP COLUMN agent", "ALTER TABLE audit DROP COLUMN location",
                "PRAGMA user_version = 1",
            })
            {
                using var statement = new Statement(connection, sql);
                statement.Run();
            }
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var second = await ConnectAsync(server, first);
            Assert.Equal(2, (await second.ReadAsync("r", ReadTarget.History)).History!.Count);

            // Where the session was before is not known, which is no other place.
            Assert.Equal(
                ["opened  ", "attached 2 False"], await AuditAsync(server, first.Verdict.Session));
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("plain/1.0 (x)", "plain/1.0 (x)")]
    [InlineData("tab\tbell\u0007 ü", "tab?bell? ?")]
    public void A_place_holds_visible_characters_only(string given, string kept)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Request.Headers.UserAgent = given;
        http.Request.Headers["CF-IPCountry"] = new string('d', 100);
        http.Request.Headers["X-Geo-Location"] = "elsewhere";
        http.Connection.RemoteIpAddress = IPAddress.Parse("::ffff:192.0.2.1");
        var place = ClientPlace.Of(http);
        Assert.Equal(
            ("192.0.2.1", kept, new string('d', ClientPlace.LocationLength)),
            (place.Address, place.Agent, place.Location));
        Assert.DoesNotContain("192", place.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string[]> AuditAsync(TestServer server, string session)
    {
        var audit = await server.AdminAsync(HttpMethod.Get, $"/audit?session={session}");
        return
        [
            .. audit.EnumerateArray().Select(entry =>
                $"{entry.GetProperty("what")} {Text(entry, "generation")} {Text(entry, "moved")}"),
        ];
    }

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.ToString() : string.Empty;

    private static async Task<TestClient> ConnectAsync(
        TestServer server, TestClient? resumes, string agent = Agent, string country = Country,
        string header = "CF-IPCountry", string? address = null)
    {
        var token = await server.TokenAsync();
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, bound) =>
            {
                var socket = new System.Net.Sockets.Socket(
                    System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                if (address is not null)
                {
                    socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                }

                await socket.ConnectAsync(context.DnsEndPoint, bound);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        return await TestClient.AttachAsync(server.Running.Url, token, resumes, change: options =>
        {
            options.SetRequestHeader("User-Agent", agent);
            options.SetRequestHeader(header, country);
        }, through: handler);
    }
}
