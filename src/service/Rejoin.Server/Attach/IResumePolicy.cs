using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The decision between resume and reset for a session that exists and belongs to the caller.</summary>
/// <remarks>Pure and fast: called under the session's lock. Source: protocol.md §4.</remarks>
public interface IResumePolicy
{
    /// <summary>Decision for a position that a client presents.</summary>
    ResumeDecision Decide(ResumeState state, Position position, bool snapshots);
}
