namespace Rejoin.Cli;

/// <summary>Where a service is.</summary>
/// <param name="Url">WebSocket endpoint.</param>
/// <param name="Http">Address of <c>/healthz</c> and <c>/token</c>.</param>
/// <param name="DataFolder">Absolute path of the data.</param>
internal sealed record ServeReady(Uri Url, Uri Http, string DataFolder);
