using System.Net.Sockets;

namespace Rejoin.Runner;

/// <summary>A look, once a second or more often, at whether a service still takes TCP connections.</summary>
/// <remarks>A service that takes none for half the time in which a client must have recovered, 5 s at most, counts as
/// gone: so one that died is not taken for one that does not resume.</remarks>
internal sealed class EndpointWatch : IAsyncDisposable
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(5);
    private readonly TimeSpan patience;
    private readonly TimeSpan step;
    private readonly Uri endpoint;
    private readonly TimeProvider time;
    private readonly Action found;
    private readonly CancellationTokenSource gone = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;

    /// <summary>Begins to look.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="recovery">Time in which a client must have recovered.</param>
    /// <param name="time">Clock.</param>
    /// <param name="found">Called once when the service is gone, before <see cref="Gone"/> is cancelled.</param>
    public EndpointWatch(Uri endpoint, TimeSpan recovery, TimeProvider time, Action found)
    {
        this.endpoint = endpoint;
        patience = recovery / 2 < LongestPatience ? recovery / 2 : LongestPatience;
        step = patience / 4 < LongestStep ? patience / 4 : LongestStep;
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
            while (time.GetElapsedTime(answered) < patience)
            {
                await Task.Delay(step, time, stopping.Token).ConfigureAwait(false);
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
        using var bound = new CancellationTokenSource(patience / 2, time);
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
