namespace Rejoin.Cli.Tests.BadInput;

/// <summary>Wrong arguments and files: one message, exit 64, nothing changed.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("There is no option '--sed'.", "'--seed'", "run", "--sed", "3")]
    [InlineData("There is no option '--token'.", "rejoin run --help", "run", "--token=secret-value")]
    [InlineData("'rejoin' needs to be told what to do.", "rejoin --help")]
    [InlineData("'rejoin list' needs to be told what to do.", "rejoin list --help", "list")]
    [InlineData("'lst' is not expected here.", "'list'", "lst")]
    [InlineData("--rounds is '0'; allowed: 1 to 1000.", "rejoin run --help", "run", "--rounds", "0")]
    [InlineData("--trial 3 names no trial without one --scenario", "Give one of: history, agent-state", "run",
        "--trial", "3", "--seed", "1")]
    [InlineData("--trial is '-1'; allowed: 1 to 1000000.", "rejoin run --help", "run", "--trial", "-1")]
    [InlineData("--seed is '0xZZ'; allowed:", "rejoin run --help", "run", "--seed", "0xZZ")]
    [InlineData("--scenario is 'histroy'; allowed: history", "rejoin list scenarios", "run", "--scenario", "histroy")]
    [InlineData("--sabotage is 'nothing', which is no planted bug.", "rejoin list sabotage", "run", "--sabotage",
        "nothing")]
    [InlineData("--sabotage works on the embedded service only", "--target", "run", "--sabotage", "lose-acked",
        "--target", "ws://127.0.0.1:9/ws")]
    [InlineData("--token-command has no use with the embedded service", "--target", "run", "--token-command", "true")]
    [InlineData("--target is 'http://127.0.0.1/'; allowed: embedded, ws://", "Leave it out", "run", "--target",
        "http://127.0.0.1/")]
    [InlineData("There is no access token for the target.", "REJOIN_TOKEN", "run", "--target", "ws://127.0.0.1:9/ws")]
    [InlineData("--out is empty.", "Give a folder", "run", "--out", "")]
    [InlineData("There is no 'missing'.", "run folder", "check", "missing")]
    [InlineData("--port is '70000'; allowed: 0 to 65535.", "rejoin serve --help", "serve", "--port", "70000")]
    [InlineData("needed without dev", "--hs256-file", "serve")]
    public async Task A_wrong_argument_is_one_message(string message, string hint, params string[] arguments)
    {
        var result = await Tool.RunAsync(arguments, folder.Path);
        Refusal.Is(result, message, hint);
        Assert.Empty(folder.Content());
    }

    [Fact]
    public async Task Several_wrong_arguments_are_told_at_once()
    {
        var result = await Tool.RunAsync(["run", "--rounds", "x", "--paralel", "2", "--seed", "y"], folder.Path);
        Refusal.Is(result, "3 arguments are wrong:", "'--parallel'");
        Assert.Contains("--paralel", result.Error, StringComparison.Ordinal);
        Assert.Contains("--rounds is 'x'", result.Error, StringComparison.Ordinal);
        Assert.Contains("--seed is 'y'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ws://ada:s3cr3t-value@127.0.0.1/ws")]
    [InlineData("ws://127.0.0.1/ws?access_token=s3cr3t-value")]
    [InlineData("http://ada:s3cr3t-value@127.0.0.1/ws")]
    public async Task A_secret_in_the_address_is_refused_and_not_repeated(string address)
    {
        var result = await Tool.RunAsync(["run", "--target", address], folder.Path);
        Refusal.Is(result, "--target", "");
        Assert.DoesNotContain("s3cr3t-value", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_after_an_unknown_option_is_not_repeated()
    {
        var result = await Tool.RunAsync(["run", "--token", "s3cr3t-value"], folder.Path);
        Refusal.Is(result, "There is no option '--token'.", "");
        Assert.DoesNotContain("s3cr3t-value", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_contract_is_told_with_every_error()
    {
        await File.WriteAllTextAsync(
            folder["contract.yaml"],
            "schema: rejoin.contract/1\nservice: x\norder: sideways\ntakeover: maybe\nwindows:\n  brief: soon\n",
            TestContext.Current.CancellationToken);
        var before = folder.Content();
        var result = await Tool.RunAsync(["run", "--contract", "contract.yaml"], folder.Path);
        Refusal.Is(result, "The contract 'contract.yaml' has 3 errors:", "docs/reference/contract.md");
        Assert.Contains("contract.yaml:3: 'order'", result.Error, StringComparison.Ordinal);
        Assert.Contains("sideways", result.Error, StringComparison.Ordinal);
        Assert.Contains("allowed:", result.Error, StringComparison.Ordinal);
        Assert.Contains("contract.yaml:4: 'takeover'", result.Error, StringComparison.Ordinal);
        Assert.Contains("contract.yaml:6: 'windows.brief'", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Content());
    }

    [Fact]
    public async Task The_hidden_service_of_a_run_tells_people_what_to_use()
    {
        var result = await Tool.RunAsync(["serve", "--embedded"], folder.Path);
        Refusal.Is(result, "did not get its line of JSON", "rejoin serve --dev");
    }
}
