using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>Answers of reads that are changed on their way out.</summary>
internal sealed class AlteredReads(IReadModel inner, Func<ReadRequest, Answer, Answer> change) : IReadModel
{
    public async ValueTask<Answer> ReadAsync(
        ReadRequest request, SessionView view, CancellationToken cancellationToken) =>
        change(request, await inner.ReadAsync(request, view, cancellationToken).ConfigureAwait(false));
}
