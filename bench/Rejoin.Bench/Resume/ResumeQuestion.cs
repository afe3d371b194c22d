using System.Diagnostics;

namespace Rejoin.Bench;

/// <summary>What a resume costs beyond an upgrade that checks the same token and makes the same write.</summary>
internal static class ResumeQuestion
{
    private const int Missed = 20;
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints; true if the goal was met.</summary>
    public static async Task<bool> RunAsync(int rounds, TextWriter output)
    {
        using var folder = new BenchFolder();
        using var service = await ServiceProcess.StartAsync(folder.Path);
        var plan = service.Plan;
        var resumes = new List<UpgradeClient>();
        foreach (var token in plan.Tokens)
        {
            var session = await SessionOpening.OpenAsync(plan.Port, token, Missed);
            resumes.Add(new UpgradeClient(plan.Port,
                $"Authorization: Bearer {token}\r\nRejoin-Session: {session.Id}\r\n"
                + $"Rejoin-Epoch: {session.Epoch}\r\nRejoin-Offset: {session.Offset}\r\n", frames: Missed + 2));
        }

        var upgrades = plan.Tokens.Zip(plan.BareSessions, (token, session) => new UpgradeClient(plan.BarePort,
            $"Authorization: Bearer {token}\r\nRejoin-Session: {session}\r\n", frames: 0)).ToList();
        return await Comparison.RunAsync(
            new("resume", "CPU of client and service for a resume in the upgrade with "
                + $"{Missed} events of replay, against a bare upgrade with the same token check and "
                + "durable write",
                "µs", Goal: 1.3, AtLeast: false, GoalSubject.Ratio),
            new("resume", () => MeasureAsync(resumes, service)),
            new("bare upgrade", () => MeasureAsync(upgrades, service)),
            rounds, output);
    }

    // One blocking thread per client, as many connections at once as there are clients.
    private static async Task<double> MeasureAsync(List<UpgradeClient> clients, ServiceProcess service)
    {
        using var self = Process.GetCurrentProcess();
        var cpuBefore = self.TotalProcessorTime + await service.CpuAsync();
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(clients.Select(client => Task.Factory.StartNew(() => Repeat(client, clock),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var serviceCpu = await service.CpuAsync();
        self.Refresh();
        return (self.TotalProcessorTime + serviceCpu - cpuBefore).TotalMicroseconds / counts.Sum();
    }

    private static long Repeat(UpgradeClient client, Stopwatch clock)
    {
        var count = 0L;
        while (clock.Elapsed < MeasureTime)
        {
            client.Run();
            count++;
        }

        return count;
    }
}
