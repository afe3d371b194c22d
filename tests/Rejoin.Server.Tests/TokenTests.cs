using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("other key")]
    [InlineData("other algorithm")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("other audience")]
    [InlineData("other issuer")]
    [InlineData("no subject")]
    [InlineData("long subject")]
    [InlineData("no expiry")]
    [InlineData("tampered")]
    [InlineData("garbage")]
    public async Task A_token_that_is_not_acceptable_is_refused_in_both_places(string kind)
    {
        await using var server = await TestServer.StartAsync();
        var token = await MakeAsync(server, kind);
        var refused = await TestClient.RefusedAsync(server, options =>
        {
            options.AddSubProtocol(RejoinProtocol.Subprotocol);
            options.SetRequestHeader("Authorization", "Bearer " + token);
        });
        Assert.Equal(401, refused.Status);
        using var client = await TestClient.ConnectAsync(server);
        await client.SendAsync(new Hello { Token = token });
        Assert.Equal(CloseCode.Unauthorized, await client.ClosedAsync());
        Assert.Equal(0, server.Running.Count().Sessions);
    }

    [Theory]
    [InlineData(-20, -600)]
    [InlineData(600, 20)]
    public async Task Clocks_may_differ_by_less_than_half_a_minute(int expiresIn, int validIn)
    {
        await using var server = await TestServer.StartAsync();
        var token = Make(server, Key(server), expiresIn: expiresIn, validIn: validIn);
        using var client = await TestClient.AttachAsync(server, token);
        await client.ReplayedAsync();
    }

    [Fact]
    public async Task A_token_that_expires_closes_the_connection_after_a_notice_and_keeps_the_session()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync(ttlSeconds: 100));
        await client.SayAsync("m1");
        await client.EventAsync<AgentMessage>();
        await MoveAsync(server, 85);
        var notice = await client.UntilAsync<Notice>();
        Assert.Equal(NoticeCode.TokenExpiring, notice.Code);
        Assert.InRange(notice.InMs!.Value, 1, 45_000);
        await MoveAsync(server, 46);
        Assert.Equal(CloseCode.TokenExpired, await client.ClosedAsync());
        using var again = await TestClient.AttachAsync(server, await server.TokenAsync(), client);
        Assert.IsType<Resumed>(again.Verdict);
    }

    [Fact]
    public async Task A_refresh_of_the_same_principal_extends_and_another_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync(ttlSeconds: 100));
        await client.ReplayedAsync();
        await client.SendAsync(new Refresh { Id = "f1", Token = await server.TokenAsync("eve") });
        Assert.Equal(RefusalCode.Unauthorized, (await client.UntilAsync<Refused>()).Code);
        await client.SendAsync(new Refresh { Id = "f2", Token = "garbage" });
        Assert.Equal(RefusalCode.Unauthorized, (await client.UntilAsync<Refused>()).Code);
        await client.SendAsync(new Refresh { Id = "f3", Token = await server.TokenAsync(ttlSeconds: 1_000) });
        Assert.Null((await client.UntilAsync<ServerAck>(ack => ack.Id == "f3")).Offset);
        await MoveAsync(server, 300);
        await client.SayAsync("m1");
    }

    [Fact]
    public async Task A_restarted_server_accepts_the_same_development_tokens()
    {
        var folder = TestServer.NewFolder();
        string token;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            token = await server.TokenAsync();
            if (!OperatingSystem.IsWindows())
            {
                var mode = File.GetUnixFileMode(Path.Combine(folder, "dev.key"));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
            }
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var client = await TestClient.AttachAsync(server, token);
            await client.ReplayedAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_public_key_accepts_what_its_private_key_signed_and_no_secret_made_of_it()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var folder = TestServer.NewFolder();
        var pem = Path.Combine(folder, "public.pem");
        await File.WriteAllTextAsync(pem, ecdsa.ExportSubjectPublicKeyInfoPem(), TestClient.Bound());
        await using (var server = await TestServer.StartAsync(
            options => options with { Dev = false, Key = new KeyOptions { Es256File = pem } }, folder: folder))
        {
            var good = Make(server, new ECDsaSecurityKey(ecdsa), SecurityAlgorithms.EcdsaSha256);
            using var client = await TestClient.AttachAsync(server, good);
            await client.ReplayedAsync();
            var secret = Encoding.UTF8.GetBytes(ecdsa.ExportSubjectPublicKeyInfoPem());
            var confused = Make(server, new SymmetricSecurityKey(secret));
            var refused = await TestClient.RefusedAsync(server, options =>
            {
                options.AddSubProtocol(RejoinProtocol.Subprotocol);
                options.SetRequestHeader("Authorization", "Bearer " + confused);
            });
            Assert.Equal(401, refused.Status);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_token_is_in_the_logs_or_in_the_store()
    {
        var log = new LogCapture();
        var folder = TestServer.NewFolder();
        var tokens = new List<string>();
        await using (var server = await TestServer.StartAsync(seams: new ServerSeams { Logging = log }, folder: folder))
        {
            tokens.Add(await server.TokenAsync());
            using var client = await TestClient.AttachAsync(server, tokens[0]);
            await client.SayAsync("m1");
            tokens.Add(await server.TokenAsync());
            await client.SendAsync(new Refresh { Id = "f", Token = tokens[1] });
            await client.UntilAsync<ServerAck>(ack => ack.Id == "f");
            foreach (var kind in new[] { "expired", "tampered", "other key", "none", "other audience" })
            {
                tokens.Add(await MakeAsync(server, kind));
                using var refused = await TestClient.ConnectAsync(server);
                await refused.SendAsync(new Hello { Token = tokens[^1] });
                await refused.ClosedAsync();
            }
        }

        var lines = string.Join('\n', log.Lines);
        Assert.Contains("refused", lines, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(folder))
        {
            lines += await File.ReadAllTextAsync(file, Encoding.Latin1, TestClient.Bound());
        }

        Assert.All(tokens, token => Assert.All(
            token.Split('.').Where(part => part.Length > 0),
            part => Assert.DoesNotContain(part, lines, StringComparison.Ordinal)));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> MakeAsync(TestServer server, string kind)
    {
        var good = await server.TokenAsync();
        var key = Key(server);
        return kind switch
        {
            "none" => $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{good.Split('.')[1]}.",
            "other key" => Make(server, new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))),
            "other algorithm" => Make(server, new SymmetricSecurityKey(
                [.. key.Key, .. key.Key]), SecurityAlgorithms.HmacSha512),
            "expired" => Make(server, key, expiresIn: -40, validIn: -600),
            "not yet valid" => Make(server, key, validIn: 40),
            "other audience" => Make(server, key, audience: "someone"),
            "other issuer" => Make(server, key, issuer: "someone"),
            "no subject" => Make(server, key, subject: null),
            "long subject" => Make(server, key, subject: new string('x', 129)),
            "no expiry" => Make(server, key, expiresIn: null),
            "tampered" => Tamper(good),
            _ => "garbage",
        };
    }

    private static string Tamper(string token)
    {
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1]));
        return $"{parts[0]}.{Encode(payload.Replace("ada", "eve", StringComparison.Ordinal))}.{parts[2]}";
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);

    private static SymmetricSecurityKey Key(TestServer server) =>
        new(Convert.FromBase64String(File.ReadAllText(Path.Combine(server.Folder, "dev.key"))));

    private static string Make(
        TestServer server, SecurityKey key, string algorithm = SecurityAlgorithms.HmacSha256, string? subject = "ada",
        string issuer = "rejoin-dev", string audience = "rejoin", int? expiresIn = 600, int validIn = 0)
    {
        var now = server.Running.Time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>();
        if (subject is not null)
        {
            claims["sub"] = subject;
        }

        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            NotBefore = now.AddSeconds(validIn),
            Expires = expiresIn is { } seconds ? now.AddSeconds(seconds) : null,
            SigningCredentials = new SigningCredentials(key, algorithm),
        });
    }

    private static Task MoveAsync(TestServer server, int seconds) =>
        server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = seconds * 1_000L });
}
