namespace Rejoin.Server;

/// <summary>The store refused an agent's append: the turn has another owner, or its session is gone.</summary>
public sealed class TurnLostException(string session, string turn)
    : Exception($"Turn '{turn}' of session '{session}' is not owned by this process any more.");
