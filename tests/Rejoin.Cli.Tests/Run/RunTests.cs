using System.Text.Json;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Run;

/// <summary>Runs against the embedded service and against one that is running.</summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_with_defaults_passes()
    {
        var result = await Tool.RunAsync(["run", "--out", "out"], folder.Path);
        Assert.True(result.ExitCode == 0, result.ToString());
        var run = RunFolder.Open(folder["out"]).Read();
        Assert.Equal(ScenarioCatalogue.List.Select(each => each.Id), run.Scenarios.Select(each => each.Id));
        Assert.All(run.Scenarios, scenario =>
        {
            Assert.Equal(Verdict.Pass, scenario.Verdict);
            Assert.True(scenario.Resumes >= 200, $"{scenario.Id}: {scenario.Resumes} resumes");
            Assert.All(scenario.Checks, check => Assert.True(check.Opportunities > 0, $"{scenario.Id} {check.Id}"));
            Assert.All(scenario.Objectives, objective => Assert.Equal(Verdict.Pass, objective.Verdict));
        });
        var history = run.Scenarios[0];
        Assert.True(history.Cuts.Count >= 4, string.Join(", ", history.Cuts.Keys));
        Assert.Equal(
            run.Scenarios.Sum(scenario => scenario.Trials), Directory.GetFiles(folder["out/histories"]).Length);
        Assert.All(run.Scenarios, scenario =>
            Assert.Matches($"✓ PASS +{scenario.Id} +{scenario.Resumes} ", result.Output));
        Assert.Contains("✓ PASS", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Run folder out, seed {run.Seed}", result.Output, StringComparison.Ordinal);
        Assert.Contains("history: 120/120 trials", result.Error, StringComparison.Ordinal);
        Assert.Equal("out", new FileInfo(folder["latest"]).LinkTarget);

        // Every JSON Web Token looks like this, and every trial had several; three letters also come by chance.
        Assert.All(folder.Content(), file => Assert.DoesNotMatch(@"eyJ[\w-]{8,}\.[\w-]{8,}\.", file.Value));

        var checkedAgain = await Tool.RunAsync(["check", "latest", "--json"], folder.Path);
        Assert.True(checkedAgain.ExitCode == 0, checkedAgain.ToString());
        Assert.Equal(
            Json(run.Scenarios.Select(scenario => scenario.Checks)),
            Json(checkedAgain.Document.Scenarios.Select(scenario => scenario.Checks)));
    }

    [Fact]
    public async Task Few_rounds_leave_the_objective_unknown()
    {
        var result = await Tool.RunAsync(
            ["run", "--scenario", "history", "--rounds", "1", "--trials", "6", "--seed", "0x5EED", "--json"],
            folder.Path);
        Assert.True(result.ExitCode == 2, result.ToString());
        var run = result.Document;
        Assert.Equal("0x5EED", run.Seed);
        Assert.Empty(run.Findings);
        Assert.Equal(6, Assert.Single(run.Scenarios).Trials);
        Assert.Contains(run.Scenarios[0].Objectives, objective => objective.Verdict == Verdict.Unknown);
        Assert.DoesNotContain('\u001b', result.ToString());

        // Without --out: a folder named after time and seed, and the link in the current folder.
        var written = Assert.Single(Directory.GetDirectories(folder["runs"]));
        Assert.EndsWith("-0x5EED", written, StringComparison.Ordinal);
        Assert.Equal(result.Output.Trim(), (await File.ReadAllTextAsync(
            folder["latest/run.json"], TestContext.Current.CancellationToken)).Trim());
    }

    [Fact]
    public async Task Force_replaces_a_run_and_the_link_follows_the_newest()
    {
        string[] small = ["run", "--scenario", "history", "--rounds", "1", "--trials", "1", "--quiet"];
        var first = await Tool.RunAsync([.. small, "--out", "one", "--seed", "1"], folder.Path);
        Assert.StartsWith("? UNKNOWN: ", first.Output, StringComparison.Ordinal);
        Assert.Equal(string.Empty, first.Error);
        await Tool.RunAsync([.. small, "--out", "two"], folder.Path);
        Assert.Equal("two", new FileInfo(folder["latest"]).LinkTarget);
        await Tool.RunAsync([.. small, "--out", "one", "--seed", "2", "--force"], folder.Path);
        Assert.Equal("0x2", RunFolder.Open(folder["one"]).Read().Seed);
        Assert.Equal("one", new FileInfo(folder["latest"]).LinkTarget);
    }

    [Fact]
    public async Task A_service_that_is_running_is_judged_with_tokens_that_nobody_sees()
    {
        await using var service = await DevService.StartAsync();
        string[] tokens = [await service.TokenAsync("ada"), await service.TokenAsync("bob")];
        var result = await Tool.RunAsync(
            ["run", "--target", service.Url, "--scenario", "history", "--rounds", "1", "--trials", "8", "--out",
                "out"],
            folder.Path,
            new Dictionary<string, string> { ["REJOIN_TOKEN"] = string.Join('\n', tokens) });
        Assert.True(result.ExitCode == 2, result.ToString());
        var run = RunFolder.Open(folder["out"]).Read();
        Assert.Empty(run.Findings);
        Assert.All(run.Scenarios[0].Checks, check => Assert.Equal((check.Id, Verdict.Pass), (check.Id, check.Verdict)));
        Assert.StartsWith("url ws://127.0.0.1:", run.Target.Description, StringComparison.Ordinal);
        foreach (var token in tokens)
        {
            Assert.DoesNotContain(token, result.ToString(), StringComparison.Ordinal);
            Assert.All(folder.Content().Values,
                content => Assert.DoesNotContain(token, content, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task With_one_token_isolation_of_principals_is_not_judged_and_said_so()
    {
        await using var service = await DevService.StartAsync();
        var result = await Tool.RunAsync(
            ["run", "--target", service.Url, "--scenario", "history", "--rounds", "1", "--trials", "8", "--out",
                "out"],
            folder.Path,
            new Dictionary<string, string> { ["REJOIN_TOKEN"] = await service.TokenAsync("ada") });
        Assert.True(result.ExitCode == 2, result.ToString());
        var run = RunFolder.Open(folder["out"]).Read();
        Assert.Null(run.Scenarios[0].Checks.Single(check => check.Id == "RJ402").Verdict);
        Assert.DoesNotContain(run.Scenarios[0].Checks, check => check.Verdict is Verdict.Unknown or Verdict.Fail);
        Assert.Contains("One access token", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_can_come_from_a_command()
    {
        await using var service = await DevService.StartAsync();
        await File.WriteAllTextAsync(
            folder["token-1"], await service.TokenAsync("ada"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder["token-2"], await service.TokenAsync("bob"), TestContext.Current.CancellationToken);
        var result = await Tool.RunAsync(
            ["run", "--target", service.Url, "--scenario", "history", "--rounds", "1", "--trials", "2", "--json",
             "--token-command", "cat token-$REJOIN_PRINCIPAL # open-sesame", "--out", "out"],
            folder.Path);
        Assert.True(result.ExitCode is 0 or 2, result.ToString());
        Assert.DoesNotContain(
            result.Document.Target.Notes, note => note.StartsWith("One access token", StringComparison.Ordinal));
        var secrets = new List<string> { "open-sesame" };
        secrets.AddRange(Directory.EnumerateFiles(folder.Path, "token-*").Select(File.ReadAllText));
        Assert.Equal(3, secrets.Count);
        var written = Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(written, file => file.EndsWith("junit.xml", StringComparison.Ordinal));
        Assert.All(written, file => Assert.DoesNotContain(secrets, File.ReadAllText(file).Contains));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
