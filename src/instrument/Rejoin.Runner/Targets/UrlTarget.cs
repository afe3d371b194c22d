namespace Rejoin.Runner;

/// <summary>A service that is already running.</summary>
public sealed class UrlTarget : ITarget
{
    private readonly Uri endpoint;
    private readonly IReadOnlyList<string> tokens;
    private readonly TimeProvider time;
    private volatile string? ended;

    /// <summary>A target at an address.</summary>
    /// <param name="endpoint">WebSocket endpoint: ws or wss.</param>
    /// <param name="tokens">Access tokens, one per principal.</param>
    /// <param name="time">Clock; null = the system's.</param>
    /// <exception cref="RejoinException">The address is none of a WebSocket, or there is no token.</exception>
    public UrlTarget(Uri endpoint, IReadOnlyList<string> tokens, TimeProvider? time = null)
    {
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("ws" or "wss"))
        {
            throw new RejoinException(
                $"The target '{endpoint}' is not a WebSocket address.", "Give ws://HOST:PORT/PATH or wss://HOST/PATH.");
        }

        if (tokens.Count == 0)
        {
            throw new RejoinException(
                "There is no access token for the target.",
                "Put one per principal, separated by white space, into the environment variable REJOIN_TOKEN, "
                + "or give --token-command.");
        }

        this.endpoint = endpoint;
        this.tokens = tokens;
        this.time = time ?? TimeProvider.System;
    }

    /// <summary>Time in which a client must have recovered; default 10 s. A service that takes no connection for half
    /// of it, 5 s at most, counts as gone.</summary>
    public TimeSpan Recovery { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Description => $"url {Place}";

    /// <inheritdoc/>
    public bool FreshProcessPerRound => false;

    /// <inheritdoc/>
    public bool CanMoveTime => false;

    /// <inheritdoc/>
    public int Principals => tokens.Count;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
        ["All rounds shared one service process: numbers hold for that process only."];

    /// <inheritdoc/>
    public Task<ITargetInstance> StartAsync(string scenario, int round, CancellationToken cancellation) =>
        Task.FromResult<ITargetInstance>(new Instance(this));

    /// <inheritdoc/>
    public override string ToString() => Description;

    private string Place =>
        endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private sealed class Instance : ITargetInstance
    {
        private readonly UrlTarget target;
        private readonly EndpointWatch watch;

        public Instance(UrlTarget target)
        {
            this.target = target;
            watch = new EndpointWatch(
                target.endpoint,
                target.Recovery,
                target.time,
                () => target.ended = $"the service at {target.Place} stopped answering");

            // What is gone in one round is gone for the rest of the run.
            Gone = target.ended is null ? watch.Gone : new CancellationToken(canceled: true);
        }

        public Uri Endpoint => target.endpoint;

        public ITargetControl? Control => null;

        public CancellationToken Gone { get; }

        public string? Ended => target.ended;

        public ValueTask<string> AccessTokenAsync(string principal, int number, CancellationToken cancellation) =>
            ValueTask.FromResult(target.tokens[number % target.tokens.Count]);

        public ValueTask DisposeAsync() => watch.DisposeAsync();
    }
}
