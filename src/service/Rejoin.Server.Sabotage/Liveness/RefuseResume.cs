using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>One session in three is never resumed: every attempt is refused with HTTP 503.</summary>
internal sealed class RefuseResume
{
    private static readonly AttachRefusal Refusal = new(503, CloseCode.TryAgainLater);
    private readonly PerSession<Draw> draws = new();

    public static PlantedBug Bug { get; } = new(static () => new RefuseResume().Seams())
    {
        Id = "refuse-resume",
        Check = "RJ701",
        Wrong = "refuses every resume of one session in three with HTTP 503",
        Defence = "the room that is kept for sessions that come back",
    };

    private ServerSeams Seams() => new()
    {
        Attach = attach => new AlteredAttach(attach, (request, next, _) =>
            request.Session is { } session && draws.Of(session).IsDrawn
                ? Task.FromResult(AttachOutcome.Refused(Refusal))
                : next()),
        Operations = operations => new AlteredOperations(operations, Hear),
    };

    private Task<OperationOutcome> Hear(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        if (request.Operation is Say say)
        {
            draws.Of(request.Connection.Session).Hear(say.Text);
        }

        return next();
    }
}
