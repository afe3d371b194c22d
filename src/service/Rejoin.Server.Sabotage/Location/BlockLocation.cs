using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>One session in three cannot be resumed but from the place at which it was opened: HTTP 403.</summary>
internal sealed class BlockLocation
{
    private static readonly AttachRefusal Refusal = new(403, CloseCode.Unauthorized);
    private readonly PerSession<Home> homes = new();

    public static PlantedBug Bug { get; } = new(static () => new BlockLocation().Seams())
    {
        Id = "block-location",
        Check = "RJ701",
        Scenario = "location",
        Wrong = "refuses to resume one session in three from another place than where it was opened with HTTP 403",
        Defence = "the token and the owner as the only lock of a session",
    };

    private ServerSeams Seams() => new() { Attach = attach => new AlteredAttach(attach, AttachAsync) };

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        if (request.Session is { } session && Draw.IsDrawnBy(request.Principal)
            && homes.Of(session).Place is { } home && home != request.Place)
        {
            return AttachOutcome.Refused(Refusal);
        }

        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is Opened or Reset)
        {
            homes.Of(outcome.Verdict.Session).Place = request.Place;
        }

        return outcome;
    }

    private sealed class Home
    {
        public volatile ClientPlace? Place;
    }
}
