namespace Rejoin.Runner;

/// <summary>A service that is ready.</summary>
public interface ITargetInstance : IAsyncDisposable
{
    /// <summary>WebSocket endpoint of the service.</summary>
    Uri Endpoint { get; }

    /// <summary>An access token of a principal.</summary>
    /// <param name="principal">Name that is unique in the run.</param>
    /// <param name="number">Number of the principal in its trial, 0-based.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<string> AccessTokenAsync(string principal, int number, CancellationToken cancellation);

    /// <summary>What the target offers beside its endpoint; null = nothing.</summary>
    ITargetControl? Control { get; }

    /// <summary>Cancelled when the service is not there any more.</summary>
    CancellationToken Gone { get; }

    /// <summary>Why the service is not there any more; null while it is.</summary>
    string? Ended { get; }
}
