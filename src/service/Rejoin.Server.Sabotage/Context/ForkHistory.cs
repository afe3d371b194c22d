using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The newest message that was read after a resume stands, in later reads, behind the message that was said
/// next.</summary>
/// <remarks>The read must have shown it on the connection on which the next one is said: then the client has seen the
/// one without the other, and they were not said on one connection.</remarks>
internal sealed class ForkHistory
{
    private readonly PerSession<Fork> forks = new();

    public static PlantedBug Bug { get; } = new(static () => new ForkHistory().Seams())
    {
        Id = "fork-history",
        Check = "RJ305",
        Scenario = "repeated",
        Wrong = "lists the newest message of before a resume behind the first one of after it",
        Defence = "the one log to which each read adds only at the end",
    };

    private ServerSeams Seams() => new()
    {
        Attach = attach => new AlteredAttach(attach, AttachAsync),
        Operations = operations => new AlteredOperations(operations, Hear),
        Reads = reads => new AlteredReads(reads, Show),
    };

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is Resumed resumed)
        {
            forks.Of(resumed.Session).Resumed(resumed);
        }

        return outcome;
    }

    private Task<OperationOutcome> Hear(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        if (request.Operation is Say say)
        {
            forks.Of(request.Connection.Session).Said(request.Connection, say.Id);
        }

        return next();
    }

    private Answer Show(ReadRequest request, Answer answer) => answer.History is { } history
        ? answer with { History = forks.Of(request.Connection.Session).Shown(request.Connection, history) }
        : answer;

    private sealed class Fork
    {
        private readonly Lock gate = new();
        private long generation;
        private long head;
        private string? seen;
        private (string Older, string Newer)? swapped;

        public void Resumed(Resumed verdict)
        {
            lock (gate)
            {
                (generation, head, seen) = (verdict.Generation, verdict.Head, null);
            }
        }

        public void Said(ConnectionInfo connection, string id)
        {
            lock (gate)
            {
                if (swapped is null && seen is not null && connection.Generation == generation)
                {
                    swapped = (seen, id);
                }
            }
        }

        public IReadOnlyList<HistoryMessage> Shown(ConnectionInfo connection, IReadOnlyList<HistoryMessage> history)
        {
            lock (gate)
            {
                if (connection.Generation == generation)
                {
                    seen = history.LastOrDefault(
                        message => message.Role == MessageRole.User && message.Offset <= head)?.Id;
                }

                return swapped is { } pair ? Swap([.. history], pair.Older, pair.Newer) : history;
            }
        }

        private static List<HistoryMessage> Swap(List<HistoryMessage> history, string older, string newer)
        {
            var from = history.FindIndex(message => message.Id == older);
            var to = history.FindIndex(message => message.Id == newer);
            if (from >= 0 && to > from)
            {
                var moved = history[from];
                history.Insert(to + 1, moved);
                history.RemoveAt(from);
            }

            return history;
        }
    }
}
