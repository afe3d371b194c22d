using Rejoin.Checks;

namespace Rejoin.Drivers.Tests;

public sealed class StdioStartTests
{
    [Fact]
    public async Task A_driver_is_what_its_first_line_says_and_can_always_be_crashed()
    {
        var driver = await ShellDriver.StartAsync(ShellDriver.Ready);

        Assert.Equal(("shell", "1"), (driver.Description.Name, driver.Description.ClientVersion));
        Assert.Contains(Operation.Crash, driver.Description.Operations);
        Assert.DoesNotContain(Operation.Leave, driver.Description.Operations);
    }

    [Theory]
    [InlineData("exit 3", "crash")]
    [InlineData("echo 'no module named ws' >&2; exit 1", "crash")]
    [InlineData("echo hello", "garbage")]
    [InlineData("echo '[1]'", "garbage")]
    [InlineData("echo null", "garbage")]
    [InlineData("echo '{\"type\":\"ok\",\"call\":1}'", "not-ready")]
    [InlineData("echo '{\"type\":\"ready\",\"protocol\":\"rejoin.driver/9\",\"name\":\"x\",\"version\":\"1\"}'",
        "version")]
    [InlineData("echo '{\"type\":\"ready\",\"protocol\":\"rejoin.driver/1\",\"name\":\"x\",\"version\":\"1\"}'",
        "not-ready")]
    [InlineData("echo '{\"type\":\"ready\",\"protocol\":\"rejoin.driver/1\",\"name\":\"x\",\"version\":\"1\","
        + "\"operations\":[\"connect\",\"resume\",\"drop\",\"fly\"]}'", "not-ready")]
    [InlineData("head -c 200000 /dev/zero | tr '\\0' x", "line-too-long")]
    public async Task A_driver_that_does_not_start_as_it_should_is_refused(string script, string code)
    {
        var error = await Assert.ThrowsAsync<DriverException>(() => ShellDriver.StartAsync(script));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task The_message_of_a_crash_has_what_the_driver_wrote_to_standard_error()
    {
        var error = await Assert.ThrowsAsync<DriverException>(
            () => ShellDriver.StartAsync("echo 'Cannot find module ws' >&2; exit 1"));

        Assert.Contains("Cannot find module ws", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_driver_that_says_nothing_is_given_up_and_killed()
    {
        var options = ShellDriver.Options("sleep 600") with
        {
            StartTimeout = TimeSpan.FromMilliseconds(50), StopTimeout = TimeSpan.FromMilliseconds(50),
        };

        var error = await Assert.ThrowsAsync<DriverException>(() => Stdio.StdioDriver.StartAsync(
            options, TestContext.Current.CancellationToken));

        Assert.Equal("hang", error.Code);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_named()
    {
        var options = ShellDriver.Options("") with { FileName = "/no/such/driver" };

        var error = await Assert.ThrowsAsync<DriverException>(() => Stdio.StdioDriver.StartAsync(
            options, TestContext.Current.CancellationToken));

        Assert.Equal("not-started", error.Code);
        Assert.Contains("/no/such/driver", error.Message, StringComparison.Ordinal);
    }
}
