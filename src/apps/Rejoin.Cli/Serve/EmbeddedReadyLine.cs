namespace Rejoin.Cli;

/// <summary>What the embedded service tells on its standard output: one line of JSON.</summary>
/// <param name="Url">WebSocket endpoint.</param>
/// <param name="Http">Address of <c>/token</c>.</param>
/// <param name="Admin">Address of the admin channel.</param>
internal sealed record EmbeddedReadyLine(Uri Url, Uri Http, Uri Admin);
