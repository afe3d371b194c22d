using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The first read of the history after the first resume gets no answer, in one session in three.</summary>
internal sealed class SwallowOperation
{
    private const long FirstResume = 2;
    private readonly PerSession<Draw> draws = new();
    private readonly PerSession<Victim> victims = new();

    public static PlantedBug Bug { get; } = new(static () => new SwallowOperation().Seams())
    {
        Id = "swallow-operation",
        Check = "RJ702",
        Wrong = "never answers the first read of the history after a resume, in one session in three",
        Defence = "the answer or refusal that every operation gets",
    };

    private ServerSeams Seams() => new()
    {
        Operations = operations => new AlteredOperations(operations, Handle),
    };

    private Task<OperationOutcome> Handle(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        var session = request.Connection.Session;
        if (request.Operation is Say say)
        {
            draws.Of(session).Hear(say.Text);
        }

        return request.Operation is Read { What: ReadTarget.History } read
            && request.Connection.Generation >= FirstResume
            && draws.Of(session).IsDrawn
            && victims.Of(session).Is(read.Id)
                ? Task.FromResult(new OperationOutcome())
                : next();
    }

    // The same read stays without an answer when it is sent again.
    private sealed class Victim
    {
        private string? id;

        public bool Is(string read) => (Interlocked.CompareExchange(ref id, read, null) ?? read) == read;
    }
}
