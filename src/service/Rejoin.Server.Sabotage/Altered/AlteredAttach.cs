namespace Rejoin.Server.Sabotage;

/// <summary>An attach with something in front of it.</summary>
internal sealed class AlteredAttach(
    IAttachHandler inner,
    Func<AttachRequest, Func<Task<AttachOutcome>>, CancellationToken, Task<AttachOutcome>> attach) : IAttachHandler
{
    public Task<AttachOutcome> AttachAsync(AttachRequest request, CancellationToken cancellationToken) =>
        attach(request, () => inner.AttachAsync(request, cancellationToken), cancellationToken);
}
