using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Answers from the fold; effects from the effect table.</summary>
internal sealed class ReadModel(ISessionStore store) : IReadModel
{
    public async ValueTask<Answer> ReadAsync(
        ReadRequest request, SessionView view, CancellationToken cancellationToken)
    {
        var answer = new Answer { Id = request.Id, Offset = view.Offset, Digest = view.Digest };
        return request.What switch
        {
            ReadTarget.History => answer with { History = view.History },
            ReadTarget.Context => answer with { Context = view.Context },
            _ => answer with
            {
                Effects = await store.ReadEffectsAsync(request.Connection.Session).ConfigureAwait(false),
            },
        };
    }
}
