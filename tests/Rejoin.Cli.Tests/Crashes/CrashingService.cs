using System.Net;
using System.Net.Sockets;

namespace Rejoin.Cli.Tests.Crashes;

/// <summary>A service on one data folder that is killed and started again; clients find it where it is now.</summary>
internal sealed class CrashingService(string dataFolder) : IAsyncDisposable
{
    private volatile DevService? current;

    /// <summary>The service of this life.</summary>
    public DevService Current => current ?? throw new InvalidOperationException("The service is not started.");

    public async Task StartAsync() => current = await DevService.StartAsync(dataFolder);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        await Current.Tool.KillAsync();
        await Current.DisposeAsync();
    }

    /// <summary>A TCP connection to this life of the service.</summary>
    public async ValueTask<Stream> DialAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Current.Http.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (current is { } service)
        {
            await service.DisposeAsync();
        }
    }
}
