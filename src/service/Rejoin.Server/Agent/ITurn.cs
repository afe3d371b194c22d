using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One attempt of one turn, as the agent sees it.</summary>
/// <remarks>Every append is fenced by the turn's owner and durable when its task completes.</remarks>
public interface ITurn
{
    /// <summary>Session of the turn.</summary>
    string Session { get; }

    /// <summary>Owner of the session.</summary>
    string Principal { get; }

    /// <summary>Turn id: the id of the operation that began it.</summary>
    string Id { get; }

    /// <summary>What is to be done.</summary>
    TurnKind Kind { get; }

    /// <summary>Attempt, 1-based; a later one starts over at piece 0, a workflow at the first step that is not
    /// recorded.</summary>
    int Attempt { get; }

    /// <summary>Newest messages up to and with the one to reply to; empty for a workflow.</summary>
    IReadOnlyList<HistoryMessage> Messages { get; }

    /// <summary>What the log says of the workflow now; null for a reply.</summary>
    WorkflowProgress? Progress { get; }

    /// <summary>Appends one event to the session's log.</summary>
    /// <exception cref="TurnLostException">The store refused: the turn has another owner, or is gone.</exception>
    Task AppendAsync(EventData data, CancellationToken cancellationToken);

    /// <summary>Appends the last event of the turn and ends it in the same transaction.</summary>
    /// <exception cref="TurnLostException">The store refused: the turn has another owner, or is gone.</exception>
    Task FinishAsync(EventData data, CancellationToken cancellationToken);

    /// <summary>Applies a tool's effect, once per idempotency key, in a transaction of its own.</summary>
    /// <exception cref="TurnLostException">The store refused: the turn has another owner, or is gone.</exception>
    Task ApplyEffectAsync(EffectApplication effect, CancellationToken cancellationToken);
}
