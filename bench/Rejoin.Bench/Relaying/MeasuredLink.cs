using System.Globalization;
using System.Net;
using Rejoin.Faults.Links;

namespace Rejoin.Bench;

/// <summary>The child process with the link of this repository.</summary>
internal static class MeasuredLink
{
    /// <summary>Relays until the process is killed.</summary>
    /// <param name="port">Port to listen on.</param>
    /// <param name="upstream">Port of the service.</param>
    public static async Task RunAsync(string port, string upstream)
    {
        await using var link = await Link.StartAsync(new LinkOptions
        {
            Listen = new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)),
            Upstream = new Uri($"ws://127.0.0.1:{upstream}/ws"),
            Limits = new LinkLimits { Connections = int.MaxValue },
        });
        await Task.Delay(Timeout.Infinite);
    }
}
