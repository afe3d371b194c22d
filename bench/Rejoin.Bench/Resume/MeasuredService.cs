using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Rejoin.Server;

namespace Rejoin.Bench;

/// <summary>The child process: the reference server, and beside it the bare upgrade over the same store.</summary>
internal static class MeasuredService
{
    private const int Clients = 8;

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
        var bareSessions = new List<string>();
        for (var i = 0; i < Clients; i++)
        {
            var session = await store!.OpenAsync(new($"bare-{i}", Principal(i), "e1", MaxSessions: 2));
            bareSessions.Add(session!.Id);
        }

        var plan = new ResumePlan(
            server.Url.Port, bare.Port, [.. Enumerable.Range(0, Clients).Select(i => tokens.Issue(Principal(i)))],
            bareSessions);
        Console.Out.WriteLine(JsonSerializer.Serialize(plan));
        using var self = Process.GetCurrentProcess();
        while (await Console.In.ReadLineAsync() is not null)
        {
            self.Refresh();
            Console.Out.WriteLine(self.TotalProcessorTime.Ticks.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Principal(int number) => $"principal-{number}";
}
