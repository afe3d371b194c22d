using System.Net.Sockets;

namespace Rejoin.Runner;

/// <summary>A look, once a second, at whether a service still takes TCP connections.</summary>
/// <remarks>A service that takes none for 5 s counts as gone: that is shorter than the 10 s in which a client must have
/// recovered by default, so a service that died is not taken for one that does not resume.</remarks>
internal sealed class EndpointWatch : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Uri endpoint;
    private readonly TimeProvider time;
    private readonly Action found;
    private readonly CancellationTokenSource gone = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;

    /// <summary>Begins to look.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="time">Clock.</param>
    /// <param name="found">Called once when the service is gone, before <see cref="Gone"/> is cancelled.</param>
    public EndpointWatch(Uri endpoint, TimeProvider time, Action found)
    {
        this.endpoint = endpoint;
        this.time = time;
        this.found = found;
        watching = WatchAsync();
    }

    /// <summary>Cancelled when the service is gone.</summary>
    public CancellationToken Gone => gone.Token;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        stopping.Dispose();
        gone.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            var answered = time.GetTimestamp();
            while (time.GetElapsedTime(answered) < Patience)
            {
                await Task.Delay(Step, time, stopping.Token).ConfigureAwait(false);
                if (await AnswersAsync().ConfigureAwait(false))
                {
                    answered = time.GetTimestamp();
                }
            }

            found();
            await gone.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The round is over, and the service was there until then.
        }
    }

    private async Task<bool> AnswersAsync()
    {
        using var bound = new CancellationTokenSource(Patience / 2, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, stopping.Token);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(endpoint.DnsSafeHost, endpoint.Port, either.Token).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
