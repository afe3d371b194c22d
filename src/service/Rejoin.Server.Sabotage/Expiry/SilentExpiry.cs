using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After an absence beyond the resumable window the verdict says resumed, and the session is empty.</summary>
/// <remarks>As seen from outside: a new session behind the old name, which goes on counting where the old one ended and
/// brings the client there by a snapshot with nothing in it.</remarks>
internal sealed class SilentExpiry
{
    private readonly PerSession<EmptiedSession> sessions = new();

    public static PlantedBug Bug { get; } = new(static () => new SilentExpiry().Seams())
    {
        Id = "silent-expiry",
        Check = "RJ208",
        Scenario = "absence",
        Wrong = "says resumed after an absence beyond the resumable window and goes on with an empty session",
        Defence = "the reset that tells the owner of the expiry",
    };

    private ServerSeams Seams() => new()
    {
        Store = store => new AlteredStore(store, AppendAsync) { DetachedBefore = static _ => DateTimeOffset.MinValue },
        ResumePolicy = policy => new AlteredPolicy(policy, Decide),
        Replay = replay => new AlteredReplay(replay, Hide),
        Operations = operations => new AlteredOperations(operations, Hear),
        Reads = reads => new AlteredReads(reads, Hide),
    };

    private async Task<AppendResult> AppendAsync(AppendCommand command, Func<AppendCommand, Task<AppendResult>> next)
    {
        var result = await next(command).ConfigureAwait(false);
        sessions.Of(command.Session).Note(result.Events);
        return result;
    }

    private ResumeDecision Decide(ResumeQuestion question, Func<ResumeState, ResumeDecision> decide)
    {
        var right = decide(question.State);
        if (right.Reset != ResetReason.Expired)
        {
            return right;
        }

        sessions.Of(question.State.Session).Empty(question.Position.Offset, question.State.Head);
        var recent = decide(question.State with { Absence = TimeSpan.Zero });
        return recent.Reset is null && question.Snapshots
            ? new ResumeDecision { Mode = ResumeMode.Snapshot }
            : recent;
    }

    private Task<OperationOutcome> Hear(OperationRequest request, Func<Task<OperationOutcome>> next)
    {
        if (request.Operation is Say say)
        {
            sessions.Of(request.Connection.Session).Hear(say.Id);
        }

        return next();
    }

    private IAsyncEnumerable<OutgoingFrame> Hide(ReplayRequest request, IAsyncEnumerable<OutgoingFrame> frames)
    {
        if (request.Snapshot is not { } snapshot)
        {
            return frames;
        }

        var session = sessions.Of(request.Session);
        var hidden = snapshot with
        {
            History = session.Of(snapshot.History), Context = session.Of(snapshot.Context),
        };
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(hidden, ProtocolJson.Default.ServerMessage);
        return frames.Select((frame, index) => index == 0 ? frame with { Utf8 = utf8 } : frame);
    }

    private Answer Hide(ReadRequest request, Answer answer)
    {
        var session = sessions.Of(request.Connection.Session);
        return answer with
        {
            History = answer.History is { } history ? session.Of(history) : null,
            Context = answer.Context is { } context ? session.Of(context) : null,
            Effects = answer.Effects is { } effects ? session.Of(effects) : null,
        };
    }
}
