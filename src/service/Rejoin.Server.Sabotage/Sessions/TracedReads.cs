using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>Reads of the history that show less than there is, depending on what the client has seen.</summary>
/// <param name="show">Messages to show, given the trace of the session, all messages, and whether this is the
/// first read after a resume.</param>
internal sealed class TracedReads(Func<SessionTrace, HistoryMessage[], bool, IEnumerable<HistoryMessage>> show)
{
    private readonly PerSession<SessionTrace> traces = new();

    public ServerSeams Seams() => new()
    {
        Attach = attach => new AlteredAttach(attach, AttachAsync),
        Operations = operations => new AlteredOperations(operations, Handle),
        Reads = reads => new AlteredReads(reads, Show),
    };

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is Resumed resumed)
        {
            var trace = traces.Of(resumed.Session);
            lock (trace)
            {
                trace.Attached(resumed);
            }
        }

        return outcome;
    }

    private Task<OperationOutcome> Handle(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        var trace = traces.Of(request.Connection.Session);
        lock (trace)
        {
            trace.Arrived(request.Connection, request.Operation);
        }

        return next();
    }

    private Answer Show(ReadRequest request, Answer answer)
    {
        if (answer.History is not { } history)
        {
            return answer;
        }

        var trace = traces.Of(request.Connection.Session);
        lock (trace)
        {
            HistoryMessage[] shown = [.. show(trace, [.. history], trace.TakeFirst(request))];
            trace.Shown(request, shown);
            return answer with { History = shown };
        }
    }
}
