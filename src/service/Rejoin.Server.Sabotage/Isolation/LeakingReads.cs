using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>Reads of the history after a resume with one message more, which belongs to somebody else.</summary>
internal sealed class LeakingReads(Func<SaidBySession, ConnectionInfo, Say?> choose)
{
    private readonly SaidBySession said = new();

    public ServerSeams Seams() => new()
    {
        Operations = operations => new AlteredOperations(operations, (request, next) =>
        {
            said.Hear(request);
            return next();
        }),
        Reads = reads => new AlteredReads(reads, Leak),
    };

    private Answer Leak(ReadRequest request, Answer answer)
    {
        if (!request.IsAfterResume() || answer.History is not { } history
            || choose(said, request.Connection) is not { } foreign)
        {
            return answer;
        }

        var leaked = new HistoryMessage
        {
            Offset = answer.Offset,
            Id = foreign.Id,
            Role = MessageRole.User,
            Text = foreign.Text,
            At = history.Count > 0 ? history[^1].At : default,
        };
        return answer with { History = [.. history, leaked] };
    }
}
