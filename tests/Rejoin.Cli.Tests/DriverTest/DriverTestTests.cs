namespace Rejoin.Cli.Tests.DriverTest;

/// <summary>The examination of drivers; needs Node 20.10 or newer.</summary>
public sealed class DriverTestTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Approved.Root, "samples", "drivers", "node", "driver.js");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_example_in_Node_obeys_and_is_short()
    {
        var result = await Tool.RunAsync(["driver-test", "node", Sample]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("pass: the driver obeys the driver contract", result.Output, StringComparison.Ordinal);
        Assert.InRange(File.ReadAllLines(Sample).Length, 1, 149);
    }

    [Theory]
    [InlineData("end('info', call, closed.by,", "end('fail', call, closed.by,", "DR03")]
    [InlineData("cursor.offset = message.offset;\n      if", "cursor.offset = 0;\n      if", "DR04")]
    [InlineData("write({ type: 'closed',", "if (0) write({ type: 'closed',", "DR05")]
    [InlineData("const place = () => write(", "const place = () => (", "DR06")]
    [InlineData("process.stdin.on('end', () => process.exit(0));", "setInterval(() => {}, 1000);", "DR07")]
    [InlineData("else operate(line);", "else console.log('debug');", "DR01")]
    public async Task A_broken_copy_is_found_out(string right, string wrong, string finding)
    {
        var text = await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var broken = Path.Combine(folder.Path, "driver.js");
        await File.WriteAllTextAsync(
            broken, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await Tool.RunAsync(["driver-test", "--json", "node", broken]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains($"\"id\": \"{finding}\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_wrong_use()
    {
        var result = await Tool.RunAsync(["driver-test", "/no/such/driver"]);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("/no/such/driver", result.Error, StringComparison.Ordinal);
    }
}
