using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Rejoin.Protocol;
using Rejoin.Server;

namespace Rejoin.Bench;

/// <summary>The child process: the reference server, and beside it the bare upgrade over the same store.</summary>
internal static class MeasuredService
{
    private const int Clients = 8;
    private const int Events = 200;
    private const int Missed = 20;
    private const string Epoch = "e1";

    /// <summary>Serves until standard input closes; answers each line with the CPU time in ticks.</summary>
    public static async Task RunAsync(string folder)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var keyFile = Path.Combine(folder, "key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(secret));
        ISessionStore? store = null;
        var options = new ServerOptions
        {
            DataFolder = folder,
            Key = new KeyOptions { Hs256File = keyFile },
            Limits = new LimitOptions { AttachesPerSecond = 1_000_000, AttachBurst = 1_000_000 },
        };
        await using var server = await RejoinServer.StartAsync(
            options, new ServerSeams { Store = part => store = part });
        var tokens = new BenchTokens(options.Issuer, options.Audience, secret);
        await using var bare = await BareUpgrade.StartAsync(store!, tokens);
        var sessions = new List<ResumeSession>();
        var bareSessions = new List<ResumeSession>();
        for (var i = 0; i < Clients; i++)
        {
            sessions.Add(await FillAsync(store!, $"s_{i}", $"principal-{i}", tokens));
            bareSessions.Add(await FillAsync(store!, $"b_{i}", $"bare-{i}", tokens));
        }

        var plan = new ResumePlan(server.Url.Port, bare.Port, Epoch, Events - Missed, Events, sessions, bareSessions);
        Console.Out.WriteLine(JsonSerializer.Serialize(plan));
        using var self = Process.GetCurrentProcess();
        while (await Console.In.ReadLineAsync() is not null)
        {
            self.Refresh();
            Console.Out.WriteLine(self.TotalProcessorTime.Ticks.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task<ResumeSession> FillAsync(
        ISessionStore store, string id, string principal, BenchTokens tokens)
    {
        var session = (await store.OpenAsync(new(id, principal, Epoch, 1)))!;
        var events = Enumerable.Range(1, Events).Select(n => new UserMessage
        {
            Id = $"m{n}",
            Text = "a message of an ordinary length, as people write them to an agent, with some more words to it",
        });
        await store.AppendAsync(new AppendCommand { Session = session.Id, Events = [.. events] });
        return new(session.Id, tokens.Issue(principal));
    }
}
