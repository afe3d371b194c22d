using Rejoin.Client;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>One session of each principal before the run, so that a wrong target is one message and not a thousand
/// broken trials.</summary>
internal static class TargetProbe
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    /// <summary>Opens and leaves a session with each token.</summary>
    /// <exception cref="RejoinException">The target cannot be run against; the message says at which step.</exception>
    public static async Task RunAsync(Uri target, IReadOnlyList<string> tokens, CancellationToken cancellation)
    {
        var principals = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; number <= tokens.Count; number++)
        {
            var principal = await PrincipalAsync(target, tokens[number - 1], number, cancellation);
            if (!principals.TryAdd(principal, number))
            {
                throw new RejoinException(
                    $"Tokens {principals[principal]} and {number} are of the same principal.",
                    "Give one token per principal: with two of the same one, what is its own would look like a leak.");
            }
        }
    }

    private static async Task<string> PrincipalAsync(
        Uri target, string token, int number, CancellationToken cancellation)
    {
        var options = new RejoinSessionOptions
        {
            Uri = target,
            AccessToken = _ => ValueTask.FromResult(token),
            AllowInsecure = true,
            ConnectTimeout = Bound,
            UpgradeTimeout = Bound,
            VerdictTimeout = Bound,
            OperationTimeout = Bound,
        };
        var session = new RejoinSession(options, (_, _) => ValueTask.CompletedTask);
        await using (session)
        {
            var result = await session.ConnectAsync(cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (result.Error is { } error)
            {
                throw Problem(target, error, number);
            }

            // Nothing is left behind at the service; if it takes no leave, the run will find that out.
            await session.LeaveAsync(cancellationToken: cancellation);
            return result.Verdict!.Principal;
        }
    }

    private static RejoinException Problem(Uri target, ClientError error, int number)
    {
        var place = target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return error.Failure switch
        {
            ClientFailure.NameResolution => new(
                $"The host '{target.Host}' of the target is not known.", "Check the name in --target."),
            ClientFailure.ConnectionRefused => new(
                $"Nothing listens at {target.Host}:{target.Port}.",
                "Start the service, or check host and port in --target."),
            ClientFailure.Unreachable or ClientFailure.ConnectTimeout => new(
                $"{target.Host}:{target.Port} cannot be reached: {error.Message}",
                "Check host, port and network between here and the target."),
            ClientFailure.TlsCertificate => TlsTrust.Problem(target, error.Message),
            ClientFailure.TlsHandshake => new(
                $"No TLS connection to {target.Host}:{target.Port}: {error.Message}",
                "Check the port, or use ws:// if the service has no certificate."),
            ClientFailure.SubprotocolMismatch => new(
                $"{place} speaks WebSocket, but not the subprotocol rejoin.v1.",
                "Check the path in --target; docs/reference/protocol.md says what the service must answer."),
            ClientFailure.Unauthorized or ClientFailure.TokenExpired => new(
                $"{place} does not accept access token {number}.",
                "Get a new token; it must be valid now, for this service."),
            ClientFailure.UpgradeRefused or ClientFailure.UpgradeTimeout or ClientFailure.ConnectionEnded
                or ClientFailure.ConnectionReset or ClientFailure.OriginRefused => new(
                $"{place} is not a WebSocket endpoint of rejoin.v1: {error.Message}",
                "Check the path in --target."),
            _ => new($"{place} cannot be run against: {error.Message}", "Correct that first, then run again."),
        };
    }
}
