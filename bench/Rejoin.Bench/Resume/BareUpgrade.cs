using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Rejoin.Server;

namespace Rejoin.Bench;

/// <summary>What a resume is compared with: token check, one durable write, upgrade, and no more.</summary>
internal sealed class BareUpgrade : IAsyncDisposable
{
    private readonly WebApplication application;

    private BareUpgrade(WebApplication application) => this.application = application;

    /// <summary>Port on loopback.</summary>
    public int Port => new Uri(application.Urls.Single()).Port;

    /// <summary>Serves on a free port.</summary>
    public static async Task<BareUpgrade> StartAsync(ISessionStore store, BenchTokens tokens)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseSockets(sockets => sockets.Backlog = 4_096);
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(context => ServeAsync(context, store, tokens));
        await application.StartAsync();
        return new(application);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task ServeAsync(HttpContext context, ISessionStore store, BenchTokens tokens)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var principal = header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? await tokens.CheckAsync(header["Bearer ".Length..])
            : null;
        var session = principal is null
            ? null
            : (await store.AttachAsync(new(context.Request.Headers["Rejoin-Session"].ToString(), principal))).Session;
        if (session is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync("rejoin.v1");
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted);
        }
        catch (WebSocketException)
        {
            // The client ends every connection with a reset.
        }
    }
}
