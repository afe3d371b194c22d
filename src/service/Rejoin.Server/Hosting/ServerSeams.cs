using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>Places where a host may put something in front of, or in place of, a part of the server.</summary>
/// <remarks>Each hook is called once with the server's own part (<see cref="Writer"/>: once per connection) and
/// returns what is used in its place; null = the part itself. Decorators must be safe for concurrent calls.</remarks>
public sealed record ServerSeams
{
    /// <summary>Clock of everything; null = a new one that runs with the system's.</summary>
    public ShiftedTimeProvider? Time { get; init; }

    /// <summary>Receiver of the logs; null = none. Disposed with the server.</summary>
    public ILoggerProvider? Logging { get; init; }

    /// <summary>Model behind the agent; null = the deterministic scripted one. Not disposed by the server.</summary>
    public IChatClient? ChatClient { get; init; }

    /// <summary>Hook over the durable state.</summary>
    public Func<ISessionStore, ISessionStore>? Store { get; init; }

    /// <summary>Hook over the attach of a connection to a session.</summary>
    public Func<IAttachHandler, IAttachHandler>? Attach { get; init; }

    /// <summary>Hook over the decision between resume and reset.</summary>
    public Func<IResumePolicy, IResumePolicy>? ResumePolicy { get; init; }

    /// <summary>Hook over what becomes of a connection whose session is taken over.</summary>
    public Func<ITakeover, ITakeover>? Takeover { get; init; }

    /// <summary>Hook over the places for connections.</summary>
    public Func<IConnectionPlaces, IConnectionPlaces>? Places { get; init; }

    /// <summary>Hook over the frames between verdict and live events.</summary>
    public Func<IReplaySource, IReplaySource>? Replay { get; init; }

    /// <summary>Hook over the handling of operations.</summary>
    public Func<IOperationHandler, IOperationHandler>? Operations { get; init; }

    /// <summary>Hook over the answers of reads.</summary>
    public Func<IReadModel, IReadModel>? Reads { get; init; }

    /// <summary>Hook over the frames and the close of one attached connection; called for each.</summary>
    public Func<IConnectionWriter, IConnectionWriter>? Writer { get; init; }

    /// <summary>Hook over the agent's work on a turn.</summary>
    public Func<IAgent, IAgent>? Agent { get; init; }
}
