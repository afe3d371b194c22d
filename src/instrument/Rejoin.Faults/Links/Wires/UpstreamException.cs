namespace Rejoin.Faults.Links.Wires;

/// <summary>The service could not be reached; the message says why, in words for a 502 answer.</summary>
internal sealed class UpstreamException(string message, Exception? inner = null) : Exception(message, inner);
