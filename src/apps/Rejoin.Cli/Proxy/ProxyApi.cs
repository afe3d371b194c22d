using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rejoin.Faults.Plans;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>
/// The HTTP API of a proxy, on 127.0.0.1 only. It refuses what a page in a browser could send: a foreign
/// <c>Host</c> or any <c>Origin</c>. Source: docs/reference/proxy.md.
/// </summary>
internal sealed class ProxyApi : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly WebApplication app;
    private readonly ProxyLinks links;
    private readonly CancellationToken stopping;

    private ProxyApi(WebApplication app, ProxyLinks links, CancellationToken stopping)
    {
        this.app = app;
        this.links = links;
        this.stopping = stopping;
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ProxyApi> StartAsync(ProxyLinks links, int port, CancellationToken stopping)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = FaultPlan.MaximumBytes;
        });
        var app = builder.Build();
        var api = new ProxyApi(app, links, stopping);
        app.Use(api.GuardAsync);
        app.UseRouting();
        api.Map();
        await app.StartAsync(CancellationToken.None);
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.MapMethods("/links", ["GET"], http => TellAsync(http, (IReadOnlyList<LinkAnswer>)
            [.. links.All.Select(LinkAnswer.Of)]));
        app.MapMethods("/links", ["POST"], AddAsync);
        app.MapMethods("/links/{id}", ["DELETE"], async http =>
        {
            if (await links.RemoveAsync(IdOf(http)))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            }
            else
            {
                await RefuseAsync(http, StatusCodes.Status404NotFound, $"there is no link '{IdOf(http)}'");
            }
        });
        app.MapMethods("/links/{id}/plan", ["PUT"], http => WithLinkAsync(http, async link =>
        {
            await link.ReplaceAsync(await PlanOfAsync(http));
            await TellAsync(http, LinkAnswer.Of(link));
        }));
        app.MapMethods("/links/{id}/heal", ["POST"], http => WithLinkAsync(http, link => TellAsync(
            http, new HealAnswer(link.Current.Heal(http.Request.Query["fault"] is [{ } fault] ? fault : null)))));
        app.MapMethods("/links/{id}/observations", ["GET"], http => WithLinkAsync(http, link => TellAsync(
            http, new ObservationsAnswer(Observation.Of(link.Current)))));
        app.MapMethods("/links/{id}/stream", ["GET"], http => WithLinkAsync(http, link => StreamAsync(http, link)));
    }

    private async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (http.Request.Host.Host is not ("127.0.0.1" or "localhost") || http.Request.Headers.Origin.Count > 0)
            {
                await RefuseAsync(
                    http, StatusCodes.Status403Forbidden, "the API answers programs on this machine, no web pages");
                return;
            }

            await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted && (error is FaultPlanException or RejoinException
            or SocketException or ArgumentException or BadHttpRequestException))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, error is FaultPlanException plan
                ? "the plan is not valid: " + string.Join("; ", plan.Errors)
                : error.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested
            || stopping.IsCancellationRequested)
        {
            http.Abort(); // the reader of a stream has gone, or the proxy ends
        }
    }

    private async Task AddAsync(HttpContext http)
    {
        if (links.All.Count >= ProxyLinks.Most)
        {
            await RefuseAsync(http, StatusCodes.Status429TooManyRequests,
                $"there are {ProxyLinks.Most} links already; end some with DELETE /links/ID");
            return;
        }

        var upstream = ProxyInput.Upstream(http.Request.Query["upstream"]);
        var link = await links.AddAsync(new IPEndPoint(IPAddress.Loopback, 0), upstream, await PlanOfAsync(http));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await TellAsync(http, LinkAnswer.Of(link));
    }

    private async Task StreamAsync(HttpContext http, ProxyLink link)
    {
        http.Response.ContentType = "application/x-ndjson";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await http.Response.Body.FlushAsync(over.Token); // the reader has its answer before there is anything to tell
        var told = new Dictionary<(string, string), string>();
        while (links.Find(link.Id) == link)
        {
            foreach (var each in Observation.Of(link.Current))
            {
                var state = each.State + each.Reason;
                if (!told.TryGetValue((each.Type, each.Key), out var known) || known != state)
                {
                    told[(each.Type, each.Key)] = state;
                    var line = JsonSerializer.Serialize(each, ProxyJson.Default.Observation);
                    await http.Response.WriteAsync(line + "\n", over.Token);
                    await http.Response.Body.FlushAsync(over.Token);
                }
            }

            await Task.Delay(Look, TimeProvider.System, over.Token);
        }
    }

    private Task WithLinkAsync(HttpContext http, Func<ProxyLink, Task> work) => links.Find(IdOf(http)) is { } link
        ? work(link)
        : RefuseAsync(http, StatusCodes.Status404NotFound, $"there is no link '{IdOf(http)}'");

    private static string IdOf(HttpContext http) => (string)http.Request.RouteValues["id"]!;

    private static async Task<FaultPlan> PlanOfAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.Length == 0 ? FaultPlan.None : FaultPlan.FromUtf8(body.ToArray());
    }

    private static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return TellAsync(http, new ProxyError(error));
    }

    private static Task TellAsync<T>(HttpContext http, T answer)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(
            JsonSerializer.Serialize(answer, typeof(T), ProxyJson.Default) + "\n", http.RequestAborted);
    }
}
