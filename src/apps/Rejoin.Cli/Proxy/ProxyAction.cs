using System.Net.Sockets;
using System.Text.Json;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin proxy</c> does: start, say where, close everything when told to stop.</summary>
internal static class ProxyAction
{
    public static async Task<int> RunAsync(ProxyArguments arguments, Terminal terminal)
    {
        using var interrupts = new Interrupts(terminal.Error, "closing; once more ends at once");
        await using var links = new ProxyLinks();
        try
        {
            var first = await links.AddAsync(arguments.Listen, arguments.Upstream, arguments.Plan);
            await using var api = await ProxyApi.StartAsync(links, arguments.ApiPort, interrupts.Stopping);
            Announce(new ProxyReady(first.Url, api.Address), arguments.Json, terminal.Output);
            var stopped = new TaskCompletionSource();
            await using (interrupts.Stopping.Register(stopped.SetResult))
            {
                await stopped.Task;
            }
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new RejoinException(
                $"The proxy cannot listen: {error.Message}", "Give another port with --listen or --api-port.");
        }

        return ExitCodes.Pass;
    }

    private static void Announce(ProxyReady ready, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(ready, ProxyJson.Default.ProxyReady));
            return;
        }

        output.WriteLine($"link  {ready.Url}");
        output.WriteLine($"api   {ready.Api}");
        output.WriteLine("stop  Ctrl-C");
    }
}
