namespace Rejoin.Server.Sabotage;

/// <summary>The handling of operations with something in front of it.</summary>
internal sealed class AlteredOperations(
    IOperationHandler inner,
    Func<OperationRequest, Func<Task<OperationOutcome>>, Task<OperationOutcome>> handle) : IOperationHandler
{
    public Task<OperationOutcome> HandleAsync(OperationRequest request, CancellationToken cancellationToken) =>
        handle(request, () => inner.HandleAsync(request, cancellationToken));
}
