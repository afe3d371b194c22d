using System.Globalization;

namespace Rejoin.Server.Tests;

public sealed class KillTests
{
    private const int Clients = 4;

    /// <summary>Kills in one run: 8, or what REJOIN_KILLS says.</summary>
    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("REJOIN_KILLS"), CultureInfo.InvariantCulture, out var kills)
            ? kills
            : 8;

    [Fact]
    public async Task A_server_killed_under_load_loses_nothing_it_acknowledged_and_does_nothing_twice()
    {
        var folder = TestServer.NewFolder();
        var random = new Random(4_711);
        var clients = Enumerable.Range(0, Clients).Select(number => new LoadClient(number)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await ChildServer.StartAsync(folder);
            var token = await server.TokenAsync();
            var acked = clients.Sum(client => client.AckedSays.Count);
            var work = clients.Select(client => client.WorkAsync(server, token)).ToList();

            // A moment in the middle of the work: after so many more acks.
            var more = random.Next(1, 120);
            await Until.TrueAsync(() => clients.Sum(client => client.AckedSays.Count) >= acked + more);
            await server.KillAsync();
            await Task.WhenAll(work);
        }

        using (var server = await ChildServer.StartAsync(folder))
        {
            var token = await server.TokenAsync();
            foreach (var client in clients)
            {
                await client.JudgeAsync(server, token);
                client.Dispose();
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
