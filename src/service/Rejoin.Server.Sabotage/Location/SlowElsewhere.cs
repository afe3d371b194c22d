namespace Rejoin.Server.Sabotage;

/// <summary>A resume from another place than the attach before waits before anything is done for it.</summary>
internal sealed class SlowElsewhere(TimeProvider time)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(6);
    private readonly PerSession<Note> notes = new();

    public static PlantedBug Bug { get; } = new(static time => new SlowElsewhere(time).Seams())
    {
        Id = "slow-elsewhere",
        Check = "RJ802",
        Scenario = "location",
        Exit = 3,
        Wrong = "takes 6 ms longer for a resume from another place than the attach before",
        Defence = "the place of a client as a thing to be noted and nothing more",
    };

    private ServerSeams Seams() => new() { Attach = attach => new AlteredAttach(attach, AttachAsync) };

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        if (request.Session is { } session && notes.Of(session).Last is { } last && last != request.Place)
        {
            await Task.Delay(Delay, time, cancellationToken).ConfigureAwait(false);
        }

        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is { } verdict)
        {
            notes.Of(verdict.Session).Last = request.Place;
        }

        return outcome;
    }

    private sealed class Note
    {
        public volatile ClientPlace? Last;
    }
}
