using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary><c>/ws</c>: the upgrade, the hello in either place, and what is refused before an attach.</summary>
/// <remarks>Source: protocol.md §2, §3.</remarks>
internal sealed class WebSocketEndpoint(
    ServerOptions options, ConnectionRegistry registry, Admission admission, ConnectionServices services, ILogger log)
{
    private static readonly TimeSpan NoRoomRetry = TimeSpan.FromSeconds(1);

    public async Task HandleAsync(HttpContext http)
    {
        if (registry.IsDraining)
        {
            await RefuseAsync(http, AttachRefusal.Draining(NoRoomRetry), "draining").ConfigureAwait(false);
        }
        else if (!OriginRule.Allows(http.Request, options.AllowedOrigins))
        {
            AuthLog.OriginRefused(log);
            await WriteAsync(http, StatusCodes.Status403Forbidden, "origin not allowed").ConfigureAwait(false);
        }
        else if (!http.WebSockets.IsWebSocketRequest)
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, "not a WebSocket upgrade").ConfigureAwait(false);
        }
        else if (!http.WebSockets.WebSocketRequestedProtocols.Contains(RejoinProtocol.Subprotocol))
        {
            await WriteAsync(
                http, StatusCodes.Status400BadRequest, $"subprotocol {RejoinProtocol.Subprotocol} not offered")
                .ConfigureAwait(false);
        }
        else if (!registry.TryEnter())
        {
            await RefuseAsync(http, AttachRefusal.NoRoom(NoRoomRetry), "no room").ConfigureAwait(false);
        }
        else
        {
            var ordinal = registry.NextOrdinal();
            try
            {
                using var connection = new Connection(ordinal, services);
                await (HelloReader.IsPresent(http.Request.Headers)
                    ? GreetInUpgradeAsync(http, connection)
                    : GreetInMessageAsync(http, connection)).ConfigureAwait(false);
            }
            finally
            {
                registry.Leave(ordinal);
            }
        }
    }

    private async Task GreetInUpgradeAsync(HttpContext http, Connection connection)
    {
        if (HelloReader.Read(http.Request.Headers, out var status) is not { } hello)
        {
            await WriteAsync(http, status, "hello not valid").ConfigureAwait(false);
            return;
        }

        var (token, outcome) = await admission
            .AdmitAsync(hello, connection, ClientPlace.Of(http), http.RequestAborted).ConfigureAwait(false);
        if (outcome.Refusal is { Status: > 0 } refusal)
        {
            await RefuseAsync(http, refusal, "refused").ConfigureAwait(false);
            return;
        }

        try
        {
            using var socket = await AcceptAsync(http).ConfigureAwait(false);
            await GoOnAsync(http, socket, connection, token, outcome).ConfigureAwait(false);
        }
        finally
        {
            connection.Forget(outcome.Session);
        }
    }

    private async Task GreetInMessageAsync(HttpContext http, Connection connection)
    {
        if (!registry.TryWait())
        {
            await RefuseAsync(http, AttachRefusal.NoRoom(NoRoomRetry), "no room").ConfigureAwait(false);
            return;
        }

        AccessToken? token;
        AttachOutcome outcome;
        using var socket = await AcceptAsync(http).ConfigureAwait(false);
        try
        {
            var greeting = new Greeting(socket, services);
            if (await greeting.ReceiveAsync().ConfigureAwait(false) is not { } hello)
            {
                return;
            }

            (token, outcome) = registry.IsDraining
                ? (null, AttachOutcome.Refused(AttachRefusal.Draining(NoRoomRetry)))
                : await admission.AdmitAsync(hello, connection, ClientPlace.Of(http), http.RequestAborted)
                    .ConfigureAwait(false);
        }
        finally
        {
            registry.EndWait();
        }

        try
        {
            await GoOnAsync(http, socket, connection, token, outcome).ConfigureAwait(false);
        }
        finally
        {
            connection.Forget(outcome.Session);
        }
    }

    private async Task GoOnAsync(
        HttpContext http, WebSocket socket, Connection connection, AccessToken? token, AttachOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            ConnectionLog.Refused(log, connection.Ordinal, 0, refusal.CloseCode);
            await new Greeting(socket, services).CloseAsync(refusal.CloseCode, refusal.CloseReason)
                .ConfigureAwait(false);
            return;
        }

        ConnectionLog.Accepted(log, connection.Ordinal);
        registry.Add(connection);
        try
        {
            await connection.RunAsync(socket, outcome, token!, http.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            registry.Remove(connection);
        }
    }

    private Task<WebSocket> AcceptAsync(HttpContext http)
    {
        var heartbeat = options.HeartbeatMs == 0
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(options.HeartbeatMs);
        return http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = RejoinProtocol.Subprotocol,
            KeepAliveInterval = heartbeat,
            KeepAliveTimeout = heartbeat,
        });
    }

    private async Task RefuseAsync(HttpContext http, AttachRefusal refusal, string text)
    {
        ConnectionLog.Refused(log, 0, refusal.Status, 0);
        if (refusal.RetryAfter is { } delay)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds));
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await WriteAsync(http, refusal.Status, text).ConfigureAwait(false);
    }

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(text + "\n", http.RequestAborted);
    }
}
