using System.Net.Http.Json;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The admin channel of an embedded service.</summary>
internal sealed class EmbeddedControl(HttpClient http, Uri admin, string secret) : ITargetControl
{
    private const string SecretHeader = "Rejoin-Admin";

    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellation)
    {
        var move = new ClockMove((long)Math.Ceiling(by.TotalMilliseconds));
        using var request = Request(HttpMethod.Post, "/clock");
        request.Content = JsonContent.Create(move, TargetJson.Default.ClockMove);
        using var answer = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<int> AttachedSessionsAsync(CancellationToken cancellation) =>
        (await ReadAsync("/counters", cancellation).ConfigureAwait(false)).AttachedSessions;

    public async Task<int> ConnectionsAsync(CancellationToken cancellation) =>
        (await ReadAsync("/counters", cancellation).ConfigureAwait(false)).Connections;

    public async Task<CountersView> CountAsync(CancellationToken cancellation)
    {
        var counts = await ReadAsync("/counters?collect=1", cancellation).ConfigureAwait(false);
        return new CountersView
        {
            HeapBytes = counts.HeapBytes, Connections = counts.Connections, Sessions = counts.Sessions,
        };
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string serviceSession, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, "/audit?session=" + Uri.EscapeDataString(serviceSession));
        using var answer = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync(TargetJson.Default.IReadOnlyListAuditEntry, cancellation)
            .ConfigureAwait(false) ?? [];
    }

    private async Task<CountersReply> ReadAsync(string path, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var counts = await answer.Content.ReadFromJsonAsync(TargetJson.Default.CountersReply, cancellation)
            .ConfigureAwait(false);
        return counts!;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(admin, path));
        request.Headers.Add(SecretHeader, secret);
        return request;
    }
}
