namespace Rejoin.Server;

/// <summary>What becomes of the connection that held a session when a newer one takes it over.</summary>
/// <remarks>Source: protocol.md §8, §9.</remarks>
public interface ITakeover
{
    /// <summary>Deals with the older connection, without waiting for its peer. Called once per takeover, when the newer
    /// generation is durable and the older connection is given no more events.</summary>
    void Supersede(SupersededConnection older);
}
