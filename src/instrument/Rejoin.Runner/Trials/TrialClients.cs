namespace Rejoin.Runner;

/// <summary>The clients of a trial, ended together.</summary>
internal sealed class TrialClients : List<TrialClient>, IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var client in this)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }
}
