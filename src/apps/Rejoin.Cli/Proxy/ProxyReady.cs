namespace Rejoin.Cli;

/// <summary>Where a proxy is.</summary>
/// <param name="Url">Address for the client of the first link.</param>
/// <param name="Api">Address of the API.</param>
internal sealed record ProxyReady(Uri Url, Uri Api);
