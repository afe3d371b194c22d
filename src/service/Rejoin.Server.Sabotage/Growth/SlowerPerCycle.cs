namespace Rejoin.Server.Sabotage;

/// <summary>A resume waits before its verdict, 80 ms at first and 3 % longer with every generation.</summary>
internal static class SlowerPerCycle
{
    private const double FirstMs = 80;
    private const double Growth = 1.03;
    private const double LongestMs = 10_000;

    public static PlantedBug Bug { get; } = new(static time => new ServerSeams
    {
        Attach = attach => new AlteredAttach(
            attach, (request, next, cancellation) => AttachAsync(request, next, time, cancellation)),
    })
    {
        Id = "slower-per-cycle",
        Check = "RJ804",
        Scenario = "repeated",
        Exit = 3,
        Wrong = "takes 80 ms longer for a resume, and 3 % more with every one of the session",
        Defence = "the resume whose work does not depend on how many there were",
    };

    private static async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, TimeProvider time, CancellationToken cancellationToken)
    {
        var outcome = await next().ConfigureAwait(false);
        if (request.Session is not null && outcome.Verdict is { } verdict)
        {
            var delayMs = Math.Min(LongestMs, FirstMs * Math.Pow(Growth, verdict.Generation - 1));
            await Task.Delay(TimeSpan.FromMilliseconds(delayMs), time, cancellationToken)
                .ConfigureAwait(false);
        }

        return outcome;
    }
}
