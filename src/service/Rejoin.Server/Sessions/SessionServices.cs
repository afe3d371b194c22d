using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>What every live session works with.</summary>
internal sealed class SessionServices(ISessionStore store, LimitOptions limits, TimeProvider time, ILogger log)
{
    public ISessionStore Store { get; } = store;

    public LimitOptions Limits { get; } = limits;

    public TimeProvider Time { get; } = time;

    public ILogger Log { get; } = log;

    public ITakeover Takeover { get; init; } = new Takeover();

    /// <summary>Runner of turns; set once, before the first session is loaded.</summary>
    public TurnRunner Turns { get; set; } = null!;

    /// <summary>Called when a session in memory no longer agrees with the store.</summary>
    public Action<LiveSession> Faulted { get; set; } = static _ => { };
}
