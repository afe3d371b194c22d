using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Samples.Client;

/// <summary>The access token of a service that was started with <c>rejoin serve --dev</c>.</summary>
internal sealed class DevToken(Uri service, string principal) : IDisposable
{
    private readonly HttpClient http = new();
    private readonly Uri issuer = new UriBuilder(service) { Scheme = "http", Path = "/token" }.Uri;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(issuer, new { principal }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("token").GetString()!;
    }

    public void Dispose() => http.Dispose();
}
