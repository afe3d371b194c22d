using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Rejoin.Server;

/// <summary>The check of access tokens: signature with a fixed list of algorithms, issuer, audience, times on the
/// server's clock.</summary>
/// <remarks>Source: RFC 8725 §3.1, §3.8, §3.9; protocol.md §3.</remarks>
internal sealed class TokenValidator
{
    private const int PrincipalMaxLength = 128;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters rules;
    private readonly TimeProvider time;
    private readonly ILogger log;

    public TokenValidator(TokenKeys keys, string issuer, string audience, TimeProvider time, ILogger log)
    {
        this.time = time;
        this.log = log;
        rules = new TokenValidationParameters
        {
            IssuerSigningKeys = keys.Keys,
            ValidAlgorithms = keys.Algorithms,
            ValidIssuer = issuer,
            ValidAudience = audience,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsAlive,
        };
    }

    /// <summary>Difference that the clocks of issuer and server may have.</summary>
    public static TimeSpan Leeway { get; } = TimeSpan.FromSeconds(30);

    /// <summary>What a token says; null if it is not acceptable, whatever the cause.</summary>
    public async Task<AccessToken?> ValidateAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, rules).ConfigureAwait(false);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken valid)
        {
            // The type tells the cause; the text may quote parts of the token.
            AuthLog.TokenRefused(log, result.Exception?.GetType().Name ?? "unknown");
            return null;
        }

        if (valid.Subject is not { Length: > 0 and <= PrincipalMaxLength } principal)
        {
            AuthLog.TokenRefused(log, "SubjectMissing");
            return null;
        }

        return new AccessToken(principal, new DateTimeOffset(valid.ValidTo, TimeSpan.Zero));
    }

    private bool IsAlive(
        DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Leeway && (notBefore is not { } start || now >= start - Leeway);
    }
}
