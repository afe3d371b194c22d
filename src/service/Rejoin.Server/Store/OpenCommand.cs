namespace Rejoin.Server;

/// <summary>The opening of a session.</summary>
/// <param name="Session">New session id.</param>
/// <param name="Principal">Owner.</param>
/// <param name="Epoch">Epoch of the new log.</param>
/// <param name="MaxSessions">Sessions that the owner may hold, this one included.</param>
/// <param name="Place">Where the connection comes from; null = not known.</param>
public sealed record OpenCommand(
    string Session, string Principal, string Epoch, int MaxSessions, ClientPlace? Place = null);
