using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The admin channel: <c>POST /clock</c>, <c>GET /counters</c>, <c>GET /effects</c>,
/// <c>GET /audit</c>, each with the secret in <c>Rejoin-Admin</c>.</summary>
internal sealed class AdminEndpoint(
    AdminOptions options, ShiftedTimeProvider time, ISessionStore store, Func<AdminCounters> count)
{
    private const int BodyLimit = 1_024;
    private const string SecretHeader = "Rejoin-Admin";

    private readonly byte[] secretHash = SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret));

    public Task HandleAsync(HttpContext http) => (http.Request.Method, http.Request.Path.Value) switch
    {
        _ when !IsAdmin(http.Request) => StatusAsync(http, StatusCodes.Status401Unauthorized),
        ("POST", "/clock") => MoveClockAsync(http),
        ("GET", "/counters") => CountAsync(http),
        ("GET", "/effects") => ReadEffectsAsync(http),
        ("GET", "/audit") => ReadAuditAsync(http),
        _ => StatusAsync(http, StatusCodes.Status404NotFound),
    };

    private bool IsAdmin(HttpRequest request)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString()));
        return CryptographicOperations.FixedTimeEquals(given, secretHash);
    }

    private async Task MoveClockAsync(HttpContext http)
    {
        var move = await JsonBody.ReadAsync(http, AdminJson.Default.ClockMove, BodyLimit).ConfigureAwait(false);
        if (move is not { AdvanceMs: >= 0 and <= 315_360_000_000 })
        {
            await StatusAsync(http, StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        time.Advance(TimeSpan.FromMilliseconds(move.AdvanceMs));
        var state = new ClockState((long)time.Offset.TotalMilliseconds, time.GetUtcNow());
        await http.Response.WriteAsJsonAsync(state, AdminJson.Default.ClockState, null, http.RequestAborted)
            .ConfigureAwait(false);
    }

    private async Task CountAsync(HttpContext http)
    {
        if (http.Request.Query["collect"] == "1")
        {
            Collect();
        }

        await http.Response.WriteAsJsonAsync(count(), AdminJson.Default.AdminCounters, null, http.RequestAborted)
            .ConfigureAwait(false);
    }

    private async Task ReadEffectsAsync(HttpContext http)
    {
        var session = http.Request.Query["session"];
        var effects = await store.ReadEffectsAsync(session.Count == 0 ? null : session.ToString())
            .ConfigureAwait(false);
        await http.Response
            .WriteAsJsonAsync(effects, AdminJson.Default.IReadOnlyListEffect, null, http.RequestAborted)
            .ConfigureAwait(false);
    }

    private async Task ReadAuditAsync(HttpContext http)
    {
        var session = http.Request.Query["session"];
        if (session.Count != 1 || !RejoinProtocol.IsId(session[0]))
        {
            await StatusAsync(http, StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        var entries = await store.ReadAuditAsync(session[0]!).ConfigureAwait(false);
        await http.Response
            .WriteAsJsonAsync(entries, AdminJson.Default.IReadOnlyListAuditEntry, null, http.RequestAborted)
            .ConfigureAwait(false);
    }

    [SuppressMessage("Reliability", "CA2001", Justification = "Heap growth is measured after a forced collection.")]
    private static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(status.ToString(CultureInfo.InvariantCulture) + "\n", http.RequestAborted);
    }
}
