using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.History;

/// <summary>One cut of a trial and what the client does about it.</summary>
internal sealed record CutPlan
{
    /// <summary>Fault that ends the connection; null = the client comes back while the old connection is
    /// alive.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Whether the client loses its memory too and restarts from its persisted cursor.</summary>
    public bool Crash { get; init; }

    /// <summary>Whether messages are sent two at a time without waiting for the first ack.</summary>
    public bool Pipelined { get; init; }

    /// <summary>Pause before coming back.</summary>
    public TimeSpan Gap { get; init; }
}
