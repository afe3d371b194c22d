using System.Globalization;

namespace Rejoin.Client;

/// <summary>The failure behind an upgrade that was not answered with 101.</summary>
/// <remarks>Source: protocol.md, "Hello".</remarks>
internal static class UpgradeErrors
{
    private const double LongestRetryAfterSeconds = 86_400;

    public static ClientError FromStatus(UpgradeResponse response, string endpoint, DateTimeOffset now)
    {
        var (failure, retryable, hint) = Meaning(response.Status);
        return Errors.Of(
            failure,
            ClientStage.Upgrade,
            $"The upgrade at {endpoint} was answered with HTTP {response.Status}. {hint}") with
        {
            HttpStatus = response.Status,
            IsRetryable = retryable,
            RetryAfter = RetryAfter(response.Header("Retry-After"), now),
        };
    }

    /// <summary>Delay that a <c>Retry-After</c> header asks for: seconds or a date (RFC 9110 §10.2.3); at most a
    /// day.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        double seconds;
        if (ulong.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            seconds = whole;
        }
        else if (DateTimeOffset.TryParseExact(
            header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            seconds = (date - now).TotalSeconds;
        }
        else
        {
            return null;
        }

        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestRetryAfterSeconds));
    }

    private static (ClientFailure Failure, bool Retryable, string Hint) Meaning(int status) => status switch
    {
        401 => (ClientFailure.Unauthorized, false, "The access token is missing or not acceptable: get a new one."),
        403 => (ClientFailure.OriginRefused, false, "The server refuses this origin: ask its operator to allow it."),
        429 => (ClientFailure.RateLimited, true, "Too many attaches: try again later."),
        503 => (ClientFailure.NoRoom, true, "The server has no room or is draining: try again later."),
        400 => (ClientFailure.UpgradeRefused, false,
            "The server found the request malformed or does not know 'rejoin.v1': check the address and versions."),
        404 => (ClientFailure.UpgradeRefused, false, "Nothing is served at this path: check the address."),
        >= 300 and < 400 => (ClientFailure.UpgradeRefused, false,
            "Redirects are not followed, the token would travel with them: use the final address."),
        408 or >= 500 => (ClientFailure.UpgradeRefused, true, "The server or a proxy failed: try again later."),
        _ => (ClientFailure.UpgradeRefused, false, "Check that the address is a Rejoin service."),
    };
}
