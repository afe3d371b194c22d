namespace Rejoin.Drivers;

/// <summary>Where and as whom a driver's client connects.</summary>
public sealed record DriverClientOptions
{
    /// <summary>WebSocket endpoint: the link's, not the service's.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Label of the session, used in names of client lives.</summary>
    public required string Session { get; init; }

    /// <summary>Source of the access token, asked at every attempt.</summary>
    public required Func<CancellationToken, ValueTask<string>> AccessToken { get; init; }

    /// <summary>Extra request headers of the upgrade; default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Time after which an operation on a live connection ends as info with code <c>timeout</c>.</summary>
    public required TimeSpan OperationTimeout { get; init; }

    /// <summary>Time after which an attempt to connect or resume ends as info.</summary>
    public required TimeSpan AttachTimeout { get; init; }

    /// <summary>Clock and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The options without the token source.</summary>
    public override string ToString() => $"DriverClientOptions {{ Session = {Session} }}";
}
