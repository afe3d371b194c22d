namespace Rejoin.Client;

/// <summary>The access token of an attempt, from the application's source.</summary>
internal static class AccessTokens
{
    private const int MaxLength = 8 * 1024;

    /// <exception cref="RejoinClientException">No usable token. The text names the kind of the source's exception and
    /// nothing of its content, which could hold a token.</exception>
    public static Task<string> GetAsync(RejoinSessionOptions options, CancellationToken cancellationToken) =>
        Limit.RunAsync(
            inner => AskAsync(options, inner),
            options.ConnectTimeout,
            options.TimeProvider,
            () => Unavailable(
                $"gave none within {options.ConnectTimeout.TotalMilliseconds:0} ms. Look at what it waits for."),
            cancellationToken);

    private static async Task<string> AskAsync(RejoinSessionOptions options, CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await options.AccessToken(cancellationToken).AsTask().WaitAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw error is RejoinClientException
                ? error
                : new RejoinClientException(Unavailable($"failed with {error.GetType().Name}. Look there."));
        }

        return token is { Length: > 0 and <= MaxLength } && token.All(c => c is > ' ' and <= '~')
            ? token
            : throw new RejoinClientException(Unavailable(
                "gave a text that is no token: 1 to 8 192 visible ASCII characters are needed."));
    }

    private static ClientError Unavailable(string what) => Errors.Of(
        ClientFailure.TokenUnavailable, ClientStage.Local, $"The application's source of access tokens {what}");
}
