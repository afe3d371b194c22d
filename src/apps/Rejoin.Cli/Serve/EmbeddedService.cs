using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Rejoin.Runner;
using Rejoin.Server;

namespace Rejoin.Cli;

/// <summary>The service of a run: a child process that lives as long as its standard input is open.</summary>
/// <remarks>The tool holds the other end, so however the tool ends, kill -9 included, the service ends too.</remarks>
internal static class EmbeddedService
{
    private const int LongestLine = 65_536;
    private const int PerPrincipal = 1_000_000;

    // Runs wait until connections of lost clients are gone.
    private const int CloseMs = 500;

    /// <summary>What a run records about these limits.</summary>
    public const string RaisedLimitsNote =
        "The embedded service lets one principal attach and hold sessions 1 000 000 times: "
        + "its limits per principal were not part of this run. It waits 0.5 s, not 1 s, for the answer to a close "
        + "frame.";

    public static async Task<int> RunAsync(Stream input, Terminal terminal)
    {
        // Ctrl-C reaches every process of a terminal. The tool decides when the service ends: after the judging.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        using var leash = new Leash(input);
        var start = Parse(await leash.FirstLineAsync(LongestLine));
        var logs = new ErrorStreamLogs(terminal.Error, LogLevel.Warning, traces: true);
        logs.Release();
        var seams = new ServerSeams { Logging = logs };
        seams = start.Sabotage is null ? seams : SabotageSource.Plant(start.Sabotage, seams);
        try
        {
            await using var server = await RejoinServer.StartAsync(Options(start), seams, CancellationToken.None);
            var ready = new EmbeddedReadyLine(server.Url, server.HttpUrl, server.AdminUrl!);
            terminal.Output.WriteLine(JsonSerializer.Serialize(ready, ServeJson.Default.EmbeddedReadyLine));
            await Task.WhenAny(server.Stopped, leash.Ended);
            return server.Stopped.IsFaulted ? ExitCodes.Internal : ExitCodes.Pass;
        }
        finally
        {
            // Data and signing key of a service that nobody comes back to: the tool may be gone already.
            Directory.Delete(start.DataFolder, recursive: true);
        }
    }

    /// <summary>The reference service's own options, with limits per principal that no run reaches.</summary>
    private static ServerOptions Options(EmbeddedStartLine start) => new()
    {
        DataFolder = start.DataFolder,
        Dev = true,
        Admin = new AdminOptions { Secret = start.Secret },
        Limits = RaisedLimits(new LimitOptions { CloseMs = CloseMs }),
    };

    /// <summary>Limits under which one principal may do what a thousand do in production.</summary>
    public static LimitOptions RaisedLimits(LimitOptions limits) => limits with
    {
        AttachesPerSecond = PerPrincipal,
        AttachBurst = PerPrincipal,
        SessionsPerPrincipal = PerPrincipal,
    };

    private static EmbeddedStartLine Parse(string? line)
    {
        try
        {
            return JsonSerializer.Deserialize(line ?? "null", ServeJson.Default.EmbeddedStartLine)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new RejoinException(
                $"'serve {ServeCommand.EmbeddedOption}' did not get its line of JSON on standard input.",
                "It is for 'rejoin run' only; start a service of your own with 'rejoin serve --dev'.");
        }
    }
}
