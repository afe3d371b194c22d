using System.Collections.Concurrent;

namespace Rejoin.Runner;

/// <summary>The services of a run's rounds: one that is not needed any more ends while the next one starts.</summary>
internal sealed class RoundServices(ITarget target) : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> ending = [];

    /// <summary>Starts the service of a round, lets it be used, and ends it without waiting for its end.</summary>
    public async Task UseAsync(
        string scenario, int round, Func<ITargetInstance, Task> use, CancellationToken cancellation)
    {
        var instance = await target.StartAsync(scenario, round, cancellation).ConfigureAwait(false);
        try
        {
            await use(instance).ConfigureAwait(false);
        }
        finally
        {
            ending.Add(instance.DisposeAsync().AsTask());
        }
    }

    /// <summary>Waits for the end of every service.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(ending).ConfigureAwait(false);
}
