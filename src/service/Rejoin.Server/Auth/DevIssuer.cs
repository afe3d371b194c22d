using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Rejoin.Server;

/// <summary>The development issuer: signs what anyone on loopback asks for.</summary>
internal sealed class DevIssuer(SymmetricSecurityKey key, string issuer, string audience, TimeProvider time)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials credentials = new(key, SecurityAlgorithms.HmacSha256);

    public IssuedToken Issue(string principal, TimeSpan life)
    {
        var now = time.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + life).ToUnixTimeSeconds());
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = principal,
                ["jti"] = Identifier.New("t_"),
            },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = credentials,
        });
        return new IssuedToken(token, expiresAt);
    }
}
