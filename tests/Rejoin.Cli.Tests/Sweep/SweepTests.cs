using System.Text.Json.Nodes;
using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Sweep;

/// <summary>Sweeps of a small conversation against the embedded service.</summary>
public sealed class SweepTests
{
    private const string Conversation = """
        schema: rejoin.conversation/1
        id: small
        summary: Two messages.
        sessions:
          - session: s1
            steps:
              - { do: connect }
              - { do: say, text: "One." }
              - { do: say, text: "Two." }
        """;

    [Fact]
    public async Task Every_point_fires_and_their_number_is_that_of_the_frames()
    {
        using var folder = new TemporaryFolder();

        var result = await SweepAsync(folder, "--kinds", "fin,half-open-service-lost", "--keep");

        Assert.Equal(0, result.ExitCode);
        var scenario = Assert.Single(result.Document.Scenarios);
        var sweep = scenario.Sweep!;
        var (toService, toClient) = FramesOf(folder);
        Assert.Equal(2 * (3 + toService + 1 + toClient + 1), sweep.Points);
        Assert.Equal(sweep.Points, sweep.Fired);
        Assert.Empty(sweep.NotFired);
        Assert.All(sweep.Cells, cell => Assert.Equal(Verdict.Pass, cell.Verdict));
        Assert.Equal(sweep.Points, sweep.Coverage.Sum(each => each.Points));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public async Task What_a_sweep_kept_is_judged_again_and_what_it_did_not_keep_is_told(bool keep, int exitCode)
    {
        using var folder = new TemporaryFolder();
        string[] kept = keep ? ["--keep"] : [];
        Assert.Equal(0, (await SweepAsync(folder, ["--kinds", "fin", .. kept])).ExitCode);

        var check = await Tool.RunAsync(["check", "run"], folder.Path);

        Assert.True(check.ExitCode == exitCode, check.ToString());
        Assert.Equal(!keep, check.Output.Contains("a sweep keeps those that show", StringComparison.Ordinal));
        Assert.Equal(keep, check.Error.Contains("are those that", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cut_that_comes_again_on_every_connection_lets_a_client_get_further_or_give_up()
    {
        using var folder = new TemporaryFolder();

        var result = await SweepAsync(folder, "--persistent", "--kinds", "fin,half-open-service-lost");

        Assert.True(result.ExitCode == 0, result.Output);
        var scenario = Assert.Single(result.Document.Scenarios);
        Assert.True(scenario.Sweep!.Persistent);
        Assert.Equal(scenario.Sweep.Points, scenario.Sweep.Fired);
        var livelock = scenario.Checks.Single(check => check.Id == "RJ703");
        Assert.Equal(Verdict.Pass, livelock.Verdict);
        Assert.True(livelock.Opportunities > 0);
    }

    [Fact]
    public async Task A_planted_bug_leaves_a_plan_that_replays_on_its_path()
    {
        using var folder = new TemporaryFolder();

        var result = await SweepAsync(folder, "--kinds", "fin", "--sabotage", "replay-off-by-one");

        Assert.Equal(1, result.ExitCode);
        Assert.All(result.Document.Findings, finding => Assert.Equal("RJ111", finding.Id));
        var plan = Directory.EnumerateFiles(Path.Combine(folder.Path, "run", "plans")).Order().First();
        for (var time = 0; time < 2; time++)
        {
            var replay = await Tool.RunAsync(
                ["replay", plan, "--out", "again", "--force", "--json"], folder.Path);
            Assert.Equal(1, replay.ExitCode);
            var checks = Assert.Single(replay.Document.Scenarios).Checks;
            Assert.Equal(Verdict.Pass, checks.Single(check => check.Id == "RJ903").Verdict);
            Assert.Equal(Verdict.Fail, checks.Single(check => check.Id == "RJ111").Verdict);
        }
    }

    [Fact]
    public async Task A_fault_that_does_not_fire_is_unknown_and_named()
    {
        using var folder = new TemporaryFolder();
        await SweepAsync(folder, "--kinds", "fin", "--sabotage", "replay-off-by-one");
        var file = Directory.EnumerateFiles(Path.Combine(folder.Path, "run", "plans")).Order().First();
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        plan["plan"]!["faults"]![0]!["at"]!["frame"] = 999;
        plan["sabotage"] = null;
        await File.WriteAllTextAsync(file, plan.ToJsonString(), TestContext.Current.CancellationToken);

        var replay = await Tool.RunAsync(["replay", file, "--out", "again", "--json"], folder.Path);

        Assert.Equal(2, replay.ExitCode);
        var checks = Assert.Single(replay.Document.Scenarios).Checks;
        var missed = checks.Single(check => check.Id == "RJ902");
        Assert.Equal(Verdict.Unknown, missed.Verdict);
        Assert.Contains("frame 999", missed.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Unknown, checks.Single(check => check.Id == "RJ903").Verdict);
    }

    [Fact]
    public async Task What_cannot_be_swept_is_said_at_once()
    {
        using var folder = new TemporaryFolder();
        var unknown = await Tool.RunAsync(["sweep", "--conversation", "nowhere.yaml"], folder.Path);
        Assert.Equal(64, unknown.ExitCode);
        Assert.Contains("no such conversation", unknown.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "bad.yaml"), Conversation.Replace("say", "shout", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var bad = await Tool.RunAsync(["sweep", "--conversation", "bad.yaml"], folder.Path);
        Assert.Equal(64, bad.ExitCode);
        Assert.Contains("bad.yaml:8", bad.Error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:9", bad.Error, StringComparison.Ordinal);

        var plan = await Tool.RunAsync(["replay", "bad.yaml"], folder.Path);
        Assert.Equal(64, plan.ExitCode);
        Assert.Contains("is not a plan file", plan.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "runs")));
    }

    [Fact]
    public async Task A_conversation_with_absences_is_not_swept_by_cuts_that_the_service_does_not_notice()
    {
        using var folder = new TemporaryFolder();

        var result = await Tool.RunAsync(
            ["sweep", "--conversation", "absence", "--kinds", "black-hole,half-open-client-lost"], folder.Path);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains(
            "the service notices no cut of the kinds half-open-client-lost, black-hole", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("Use other kinds: fin, rst, ", result.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolResult> SweepAsync(TemporaryFolder folder, params string[] more)
    {
        var file = Path.Combine(folder.Path, "small.yaml");
        await File.WriteAllTextAsync(file, Conversation, TestContext.Current.CancellationToken);
        return await Tool.RunAsync(
            ["sweep", "--conversation", "small.yaml", "--seed", "7", "--out", "run", "--json", .. more], folder.Path);
    }

    /// <summary>Frames of the undisturbed connection as the client knows them: what it sent and what it was sent,
    /// counted from its history, not by the link.</summary>
    private static (int ToService, int ToClient) FramesOf(TemporaryFolder folder)
    {
        var history = HistoryReader.ReadFile(
            Path.Combine(folder.Path, "run", "histories", "sweep-small-0001.jsonl")).History!;
        var sent = history.Events.Count(line => line.Type == HistoryEventType.Invoke
            && line.Operation is not Operation.Connect);
        var answered = history.Events.Count(line => line.Type == HistoryEventType.Ok
            && line.Operation is not Operation.Connect);
        var events = history.Events.Count(line => line.Type == HistoryEventType.Received);

        // The hello travels in the upgrade; its answer is a verdict and an end-of-replay mark.
        return (sent, 2 + answered + events);
    }
}
