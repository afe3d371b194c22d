using Microsoft.Extensions.Hosting;

namespace Rejoin.Server;

/// <summary>A host lifetime that leaves the signals of the process alone.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
