using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After the reset that tells of an expiry, the history of the new session begins with the first message of
/// the old one.</summary>
internal sealed class LeakOldSession
{
    private readonly PerSession<Note> notes = new();

    public static PlantedBug Bug { get; } = new(static () => new LeakOldSession().Seams())
    {
        Id = "leak-old-session",
        Check = "RJ401",
        Scenario = "absence",
        Wrong = "shows a message of the expired session in the new one",
        Defence = "the clean session that follows an expiry",
    };

    private ServerSeams Seams() => new()
    {
        Store = store => new AlteredStore(store, AppendAsync),
        Attach = attach => new AlteredAttach(attach, AttachAsync),
        Reads = reads => new AlteredReads(reads, Leak),
    };

    private async Task<AppendResult> AppendAsync(AppendCommand command, Func<AppendCommand, Task<AppendResult>> next)
    {
        var result = await next(command).ConfigureAwait(false);
        if (command.Message() is { } said && result.Events is [{ } stored, ..])
        {
            notes.Of(command.Session).First ??= new HistoryMessage
            {
                Offset = stored.Offset, Id = said.Id, Role = MessageRole.User, Text = said.Text, At = stored.At,
            };
        }

        return result;
    }

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is Reset { Reason: ResetReason.Expired } reset && request.Session is { } old)
        {
            notes.Of(reset.Session).Leaked = notes.Of(old).First;
        }

        return outcome;
    }

    private Answer Leak(ReadRequest request, Answer answer) =>
        answer.History is { } history && notes.Of(request.Connection.Session).Leaked is { } leaked
            ? answer with { History = [leaked, .. history] }
            : answer;

    private sealed class Note
    {
        /// <summary>First message of the session; null = none yet.</summary>
        public volatile HistoryMessage? First;

        /// <summary>Message of the session before; null = there was none.</summary>
        public volatile HistoryMessage? Leaked;
    }
}
