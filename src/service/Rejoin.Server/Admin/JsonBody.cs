using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rejoin.Server;

/// <summary>Small JSON bodies of requests.</summary>
internal static class JsonBody
{
    /// <summary>The body; null if it is too long or not of that shape.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, long limit)
        where T : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
