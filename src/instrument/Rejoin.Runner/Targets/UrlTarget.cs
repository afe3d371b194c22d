namespace Rejoin.Runner;

/// <summary>A service that is already running.</summary>
public sealed class UrlTarget : ITarget
{
    private readonly Uri endpoint;
    private readonly IReadOnlyList<string> tokens;

    /// <summary>A target at an address.</summary>
    /// <param name="endpoint">WebSocket endpoint: ws or wss.</param>
    /// <param name="tokens">Access tokens, one per principal.</param>
    /// <exception cref="RejoinException">The address is none of a WebSocket, or there is no token.</exception>
    public UrlTarget(Uri endpoint, IReadOnlyList<string> tokens)
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
    }

    /// <inheritdoc/>
    public string Description => "url "
        + $"{endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}";

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
        Task.FromResult<ITargetInstance>(new Instance(endpoint, tokens));

    /// <inheritdoc/>
    public override string ToString() => Description;

    private sealed class Instance(Uri endpoint, IReadOnlyList<string> tokens) : ITargetInstance
    {
        public Uri Endpoint => endpoint;

        public ITargetControl? Control => null;

        public CancellationToken Gone => CancellationToken.None;

        public string? Ended => null;

        public ValueTask<string> AccessTokenAsync(string principal, int number, CancellationToken cancellation) =>
            ValueTask.FromResult(tokens[number % tokens.Count]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
