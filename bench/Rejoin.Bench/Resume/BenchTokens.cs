using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Rejoin.Bench;

/// <summary>Tokens for the measurement, and the check of them that the bare upgrade makes.</summary>
internal sealed class BenchTokens(string issuer, string audience, byte[] secret)
{
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly SymmetricSecurityKey key = new(secret);

    /// <summary>A token of a principal, good for an hour.</summary>
    public string Issue(string principal) => handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = principal },
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
    });

    /// <summary>Principal of a token that is valid now; null if it is not.</summary>
    public async Task<string?> CheckAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
        });
        return result.IsValid ? result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value : null;
    }
}
