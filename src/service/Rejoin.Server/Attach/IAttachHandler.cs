namespace Rejoin.Server;

/// <summary>The one code path on which a connection comes to a session, new or resumed.</summary>
/// <remarks>Called after the token was found valid and the attach rate was checked. When it returns an outcome with
/// a verdict, the generation is durable and the connection is the session's receiver of live events after
/// <see cref="ReplayRequest.To"/>. Source: protocol.md §3, §4, §9.</remarks>
public interface IAttachHandler
{
    /// <summary>Outcome of one attach.</summary>
    Task<AttachOutcome> AttachAsync(AttachRequest request, CancellationToken cancellationToken);
}
