using Rejoin.Checks;

namespace Rejoin.Drivers.Tests;

public sealed class StdioClientTests
{
    private const string Wait = "cat >/dev/null\n";
    private readonly Seen seen = new();

    [Fact]
    public async Task An_answer_ends_its_operation_and_a_position_is_kept()
    {
        await using var client = await ClientAsync(ShellDriver.Connected + Wait);

        var outcome = await client.DoAsync(Operation.Connect);

        Assert.Equal(HistoryEventType.Ok, outcome.Type);
        Assert.Equal(1, outcome.Connection);
        Assert.Equal(new DriverPosition("e1", 0), client.Position);
    }

    [Theory]
    [InlineData("""{"type":"fail","call":2,"error":{"code":"refused","message":"no"}}""", HistoryEventType.Fail)]
    [InlineData("""{"type":"info","call":2,"error":{"code":"lost","message":"?"}}""", HistoryEventType.Info)]
    [InlineData("""{"type":"ok","call":2,"result":{"offset":7},"new":"part"}""", HistoryEventType.Ok)]
    public async Task An_operation_ends_as_the_driver_says(string line, HistoryEventType end)
    {
        await using var client = await ClientAsync(ShellDriver.Connected + $"read -r line\necho '{line}'\n" + Wait);
        await client.DoAsync(Operation.Connect);

        Assert.Equal(end, (await client.DoAsync(Operation.Say)).Type);
    }

    [Theory]
    [InlineData("exit 9", "crash")]
    [InlineData("echo oops", "garbage")]
    [InlineData("""echo '{"type":"ok","call":99}'""", "out-of-turn")]
    [InlineData("""echo '{"type":"ok","call":1}'""", "out-of-turn")]
    [InlineData("""echo '{"type":"notice","connection":5,"notice":"x"}'""", "out-of-turn")]
    [InlineData("""echo '{"type":"received","received":{"kind":"delta"}}'""", "out-of-turn")]
    [InlineData("""echo '{"type":"received","connection":1,"received":{"offset":1}}'""", "garbage")]
    [InlineData("""echo '{"type":"dance","connection":1}'""", "garbage")]
    [InlineData("""echo '{"type":"closed","connection":1,"closed":{"by":"moon"}}'""", "garbage")]
    [InlineData("""for i in 1 2; do echo '{"type":"closed","connection":1,"closed":{"by":"lost"}}'; done""",
        "out-of-turn")]
    [InlineData("""echo '{"type":"fail","call":2}'""", "garbage")]
    [InlineData("""echo '{"type":"fail","call":2,"error":{"code":"not-supported","message":"no"}}'""", "capabilities")]
    [InlineData("""echo '{"type":"ok","call":2,"result":{}}'""", "capabilities")]
    [InlineData("""while echo '{"type":"notice","connection":1,"notice":"x"}'; do :; done""", "flood")]
    [InlineData("head -c 200000 /dev/zero | tr '\\0' x", "line-too-long")]
    [InlineData("sleep 600", "hang")]
    public async Task A_driver_that_breaks_the_contract_is_an_error_and_no_outcome(string script, string code)
    {
        await using var client = await ClientAsync(ShellDriver.Connected + $"read -r line\n{script}\n" + Wait);
        await client.DoAsync(Operation.Connect);

        var error = await Assert.ThrowsAsync<DriverException>(() => client.DoAsync(Operation.History).AsTask());

        Assert.Equal(code, error.Code);
        Assert.Same(error, await Assert.ThrowsAsync<DriverException>(() => client.DoAsync(Operation.Say).AsTask()));
    }

    [Fact]
    public async Task An_operation_that_the_driver_does_not_offer_is_certainly_not_applied()
    {
        await using var client = await ClientAsync(ShellDriver.Connected + Wait);

        var outcome = await client.DoAsync(Operation.Refresh);

        Assert.Equal((HistoryEventType.Fail, "not-supported"), (outcome.Type, outcome.Error!.Code));
    }

    [Fact]
    public async Task After_a_crash_a_new_process_gets_the_last_cursor()
    {
        const string Script = ShellDriver.Ready + """
            read -r line
            echo '{"type":"position","position":{"epoch":"e1","offset":4},"cursor":{"session":"s1"}}'
            case "$init" in
              *'"cursor":{"session":"s1"}'*) echo '{"type":"notice","connection":2,"notice":"back"}';;
            esac
            n=${line#*call\":}
            echo '{"type":"ok","call":'${n%%,*}',"result":{"attach":{"outcome":"resumed"}}}'

            """ + Wait;
        await using var client = await ClientAsync(Script);
        await client.DoAsync(Operation.Connect);
        await client.DoAsync(Operation.Crash);
        await client.DoAsync(Operation.Restart);

        var outcome = await client.DoAsync(Operation.Resume);

        Assert.Equal(4, outcome.Result!.Attach!.PresentedOffset);
        Assert.Equal(["1 closed self", "2 notice back"], seen.Lines);
        Assert.Equal("a-c2", client.Life);
    }

    [Fact]
    public async Task A_token_that_a_driver_prints_is_in_no_message()
    {
        await using var client = await ClientAsync(
            ShellDriver.Ready + "read -r line\necho \"$line\" >&2\necho \"bad $line\"\n" + Wait);

        var error = await Assert.ThrowsAsync<DriverException>(() => client.DoAsync(Operation.Connect).AsTask());

        Assert.Equal("garbage", error.Code);
        Assert.DoesNotContain("very-secret", error.Message, StringComparison.Ordinal);
    }

    private async Task<IDriverClient> ClientAsync(string script) =>
        ShellDriver.Client(await ShellDriver.StartAsync(script), seen);
}
