using System.Text.RegularExpressions;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Isolation;

/// <summary>The five scenarios do not see each other, whether they run at once or one after the other.</summary>
public sealed partial class IsolationTests : IDisposable
{
    // Absences are really waited for.
    private static readonly ContractWindows Short = new()
    {
        Brief = TimeSpan.FromSeconds(4), Medium = TimeSpan.FromSeconds(12),
    };

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Twice_at_once_against_one_service_the_scenarios_come_to_the_same_verdicts()
    {
        await File.WriteAllTextAsync(
            folder["service.json"],
            """
            {
              "windows": { "briefMs": 4000, "resumableMs": 12000 },
              "limits": { "attachesPerSecond": 100000, "attachBurst": 100000, "sessionsPerPrincipal": 100000 }
            }
            """,
            Stop);
        await using var service = await DevService.StartAsync(config: folder["service.json"]);
        var contract = BuiltInContracts.ReferenceFromOutside() with { Windows = Short };
        var lanes = new List<Lane>();
        foreach (var (name, seed) in new[] { ("ada", 101UL), ("bob", 202UL) })
        {
            string[] tokens = [await service.TokenAsync(name), await service.TokenAsync($"{name}-friend")];
            lanes.Add(new Lane(new UrlTarget(new Uri(service.Url), tokens), contract, folder.Path, new Seed(seed)));
        }

        var verdicts = await Task.WhenAll(lanes.Select(lane => lane.RunAsync(Stop)));

        Assert.Equal(verdicts[0], verdicts[1]);
        Assert.All(verdicts[0], verdict => Assert.True(
            verdict.EndsWith(" Pass", StringComparison.Ordinal)
                || verdict.Contains("the contract", StringComparison.Ordinal), verdict));
        var canaries = lanes.Select(CanariesOf).ToList();
        Assert.All(canaries, each => Assert.NotEmpty(each));
        Assert.Empty(canaries[0].Intersect(canaries[1]));
    }

    [Fact]
    public async Task Twice_in_a_row_in_one_process_the_scenarios_come_to_the_same_verdicts()
    {
        var verdicts = new List<IReadOnlyList<string>>();
        foreach (var seed in new[] { 303UL, 404UL })
        {
            var target = new EmbeddedTarget(
                new EmbeddedCommand(Tool.Executable, ["serve", "--embedded"]), folder[$"work-{seed}"],
                folder[$"logs-{seed}"], sabotage: null);
            var lane = new Lane(target, BuiltInContracts.Reference(), folder.Path, new Seed(seed));
            verdicts.Add(await lane.RunAsync(Stop));

            // What clients say, and so what is left of sessions that expired, is in no log of the service.
            var logs = Directory.GetFiles(folder[$"logs-{seed}"]);
            Assert.NotEmpty(logs);
            Assert.All(logs, log => Assert.DoesNotMatch(Canary(), File.ReadAllText(log)));
        }

        Assert.Equal(verdicts[0], verdicts[1]);
        Assert.All(verdicts[0], verdict => Assert.EndsWith(" Pass", verdict, StringComparison.Ordinal));
    }

    /// <summary>Every canary that the clients of a lane sent, were sent, or read.</summary>
    private static HashSet<string> CanariesOf(Lane lane) =>
    [
        .. lane.Folders.SelectMany(run => Directory.GetFiles(Path.Combine(run, "histories")))
            .SelectMany(File.ReadLines)
            .SelectMany(line => Canary().Matches(line))
            .Select(match => match.Value),
    ];

    [GeneratedRegex("cn-[0-9a-f]{16}")]
    private static partial Regex Canary();
}
