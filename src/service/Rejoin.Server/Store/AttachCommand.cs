namespace Rejoin.Server;

/// <summary>The attach of a connection to an existing session.</summary>
/// <param name="Session">Session id, as the client named it.</param>
/// <param name="Principal">Caller.</param>
/// <param name="Place">Where the connection comes from; null = not known, which is no other place.</param>
public sealed record AttachCommand(string Session, string Principal, ClientPlace? Place = null);
