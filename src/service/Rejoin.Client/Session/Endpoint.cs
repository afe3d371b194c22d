namespace Rejoin.Client;

/// <summary>The name of an endpoint in texts: no user information, no query.</summary>
internal static class Endpoint
{
    public static string Of(Uri uri) => uri.GetComponents(
        UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path,
        UriFormat.UriEscaped);
}
