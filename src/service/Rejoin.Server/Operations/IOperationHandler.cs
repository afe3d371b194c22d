namespace Rejoin.Server;

/// <summary>The handling of one client operation.</summary>
/// <remarks>Called once per operation in the order of arrival, without waiting for the earlier ones: what an
/// implementation does before its first await is done in that order. Answers go out in the same order. Source:
/// protocol.md §5.</remarks>
public interface IOperationHandler
{
    /// <summary>Outcome of one operation; completes when it is durable, or refused, or answered.</summary>
    Task<OperationOutcome> HandleAsync(OperationRequest request, CancellationToken cancellationToken);
}
