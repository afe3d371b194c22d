namespace Rejoin.Cli.Tests.Crashes;

/// <summary>A count of acknowledgements that can be waited for.</summary>
internal sealed class AckMeter : IDisposable
{
    private readonly SemaphoreSlim acks = new(0);

    public void Dispose() => acks.Dispose();

    /// <summary>One more.</summary>
    public void Add() => acks.Release();

    /// <summary>Waits for so many more.</summary>
    public async Task UntilAsync(int count, CancellationToken cancellation)
    {
        for (var seen = 0; seen < count; seen++)
        {
            Assert.True(await acks.WaitAsync(TimeSpan.FromSeconds(20), cancellation), "No acknowledgement comes.");
        }
    }
}
