namespace Rejoin.Cli;

/// <summary>An error of the API.</summary>
/// <param name="Error">What is wrong and where.</param>
internal sealed record ProxyError(string Error);
