using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The steps before an attach, the same for both places of a hello: token, rate, then the session.</summary>
internal sealed class Admission : IDisposable
{
    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(1);

    private readonly TokenValidator tokens;
    private readonly IAttachHandler handler;
    private readonly PartitionedRateLimiter<string> rate;
    private readonly ILogger log;

    public Admission(TokenValidator tokens, IAttachHandler handler, LimitOptions limits, ILogger log)
    {
        this.tokens = tokens;
        this.handler = handler;
        this.log = log;
        rate = PartitionedRateLimiter.Create<string, string>(principal => RateLimitPartition.GetTokenBucketLimiter(
            principal,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.AttachBurst,
                TokensPerPeriod = limits.AttachesPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
    }

    /// <summary>Token and outcome of a hello; the token is null when it was refused.</summary>
    public async Task<(AccessToken? Token, AttachOutcome Outcome)> AdmitAsync(
        Hello hello, Connection connection, ClientPlace place, CancellationToken cancellationToken)
    {
        if (await tokens.ValidateAsync(hello.Token).ConfigureAwait(false) is not { } token)
        {
            return (null, AttachOutcome.Refused(AttachRefusal.Unauthorized));
        }

        using var lease = rate.AttemptAcquire(token.Principal);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var hint) ? hint : BusyRetry;
            return (token, AttachOutcome.Refused(AttachRefusal.RateLimited(wait)));
        }

        var request = new AttachRequest
        {
            Connection = connection.Ordinal,
            Principal = token.Principal,
            Session = hello.Session,
            Position = hello.Session is null ? Position.None : new Position(hello.Epoch!, hello.Offset!.Value),
            Snapshots = hello.Snapshots,
            Place = place,
            Sink = connection,
        };
        try
        {
            return (token, await handler.AttachAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (StoreUnavailableException)
        {
            return (token, AttachOutcome.Refused(AttachRefusal.NoRoom(BusyRetry)));
        }
        catch (Exception error)
        {
            ConnectionLog.AttachFailed(log, connection.Ordinal, error);
            return (token, AttachOutcome.Refused(new AttachRefusal(503, CloseCode.InternalError, BusyRetry)));
        }
    }

    public void Dispose() => rate.Dispose();
}
