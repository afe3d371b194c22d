using System.Text.Json;
using Microsoft.Extensions.Logging;
using Rejoin.Runner;
using Rejoin.Server;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin serve</c> does: start, say where, drain when told to stop.</summary>
internal static class ServeAction
{
    public static async Task<int> RunAsync(ServeArguments arguments, Terminal terminal)
    {
        using var interrupts = new Interrupts(
            terminal.Error, "draining: clients are told to come back; once more ends at once");
        var options = ServeOptionsSource.Read(arguments);
        var level = arguments.Verbose ? LogLevel.Information : LogLevel.Warning;
        var logs = new ErrorStreamLogs(terminal.Error, level, terminal.Debug);
        var seams = new ServerSeams { Logging = logs };
        await using var server = await RejoinServer.StartAsync(options, seams, CancellationToken.None);
        Announce(server, options, arguments.Json, terminal.Output);
        logs.Release();
        await Task.WhenAny(server.Stopped, Until(interrupts.Stopping));
        if (server.Stopped.Exception?.InnerException is { } failure)
        {
            throw new RejoinException(
                $"The service ended: its storage failed: {failure.Message}",
                $"Look at the disk of '{options.DataFolder}'; what was acknowledged is there.",
                ExitCodes.Internal);
        }

        await server.DrainAsync(CancellationToken.None);
        return ExitCodes.Pass;
    }

    private static async Task Until(CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource();
        await using (stopping.Register(stopped.SetResult))
        {
            await stopped.Task;
        }
    }

    private static void Announce(RunningServer server, ServerOptions options, bool json, TextWriter output)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        if (json)
        {
            var ready = new ServeReady(server.Url, server.HttpUrl, folder);
            output.WriteLine(JsonSerializer.Serialize(ready, ServeJson.Default.ServeReady));
            return;
        }

        output.WriteLine($"service  {server.Url}");
        output.WriteLine($"data     {folder}");
        if (options.Dev)
        {
            var token = new Uri(server.HttpUrl, "/token");
            output.WriteLine($"token    curl -s {token} -H 'Content-Type: application/json' -d "
                + $"'{{\"principal\":\"ada\"}}'");
            output.WriteLine("         Anyone on this machine gets tokens, and limits per principal are high: "
                + "development only.");
        }

        output.WriteLine("stop     Ctrl-C");
    }
}
