using System.Diagnostics;

namespace Rejoin.Bench;

/// <summary>What the link costs beside relays that know no frames: CPU of a connection, and time added to a round trip.
/// </summary>
internal static class RelayQuestion
{
    private const int Clients = 8;
    private const int RoundTrips = 4_000;
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(1);

    /// <summary>Measures and prints; true if both goals were met.</summary>
    public static async Task<bool> RunAsync(int rounds, TextWriter output)
    {
        using var folder = new BenchFolder();
        using var service = new EchoService();
        using var link = await RelayProcess.LinkAsync(service.Port);
        using var haproxy = await RelayProcess.HaproxyAsync(folder.Path, service.Port);
        using var nginx = await RelayProcess.NginxAsync(folder.Path, service.Port);
        var cpu = await Comparison.RunAsync(
            new("relay", "CPU of the relay for a connection with an upgrade and one round trip, "
                + $"{Clients} at once, the link (which follows every frame) against haproxy (which knows none)",
                "µs", Goal: 0.8, AtLeast: false, GoalSubject.Ratio),
            new("link", () => CpuAsync(link)),
            new("haproxy", () => CpuAsync(haproxy)),
            rounds, output);
        var time = await Comparison.RunAsync(
            new("relay", "time that the relay adds to the median round trip on one connection, the link against nginx",
                "µs", Goal: 1.5, AtLeast: false, GoalSubject.Ratio),
            new("link", () => Task.FromResult(Added(link, service))),
            new("nginx", () => Task.FromResult(Added(nginx, service))),
            rounds, output);
        return cpu && time;
    }

    private static async Task<double> CpuAsync(RelayProcess relay)
    {
        var before = relay.Cpu;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Factory.StartNew(
            () => Repeat(new RelayClient(relay.Port), clock),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return (relay.Cpu - before).TotalMicroseconds / counts.Sum();
    }

    private static long Repeat(RelayClient client, Stopwatch clock)
    {
        var count = 0L;
        while (clock.Elapsed < MeasureTime)
        {
            client.Connect();
            count++;
        }

        return count;
    }

    private static double Added(RelayProcess relay, EchoService service) =>
        new RelayClient(relay.Port).MedianMicroseconds(RoundTrips)
        - new RelayClient(service.Port).MedianMicroseconds(RoundTrips);
}
