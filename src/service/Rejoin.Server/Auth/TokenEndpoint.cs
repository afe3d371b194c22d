using System.Net;
using Microsoft.AspNetCore.Http;

namespace Rejoin.Server;

/// <summary><c>POST /token</c> of the development issuer: loopback only, no browser of another origin.</summary>
internal sealed class TokenEndpoint(DevIssuer issuer, IReadOnlyList<string> allowedOrigins)
{
    private const int BodyLimit = 4_096;
    private const int PrincipalMaxLength = 128;
    private const long LongestTtlSeconds = 86_400;

    public async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Method != HttpMethods.Post)
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)
            || !OriginRule.Allows(http.Request, allowedOrigins))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var request = await JsonBody.ReadAsync(http, AdminJson.Default.TokenRequest, BodyLimit).ConfigureAwait(false);
        if (request is not
            { Principal.Length: > 0 and <= PrincipalMaxLength, TtlSeconds: > 0 and <= LongestTtlSeconds })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(
                "principal: 1 to 128 characters; ttlSeconds: 1 to 86400\n", http.RequestAborted).ConfigureAwait(false);
            return;
        }

        var issued = issuer.Issue(request.Principal, TimeSpan.FromSeconds(request.TtlSeconds));
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(issued, AdminJson.Default.IssuedToken, null, http.RequestAborted)
            .ConfigureAwait(false);
    }
}
