namespace Rejoin.Server;

/// <summary>The agent's work on one turn.</summary>
/// <remarks>Says of one session run one after another, workflows beside them. A turn goes on while no client is
/// attached. Source: protocol.md §6, "Events".</remarks>
public interface IAgent
{
    /// <summary>Works on a turn until it is finished.</summary>
    /// <exception cref="TurnLostException">The turn belongs to another process by now.</exception>
    Task RunAsync(ITurn turn, CancellationToken cancellationToken);
}
