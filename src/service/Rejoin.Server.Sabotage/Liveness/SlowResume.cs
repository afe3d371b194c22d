namespace Rejoin.Server.Sabotage;

/// <summary>Every resume waits before anything is done for it.</summary>
internal static class SlowResume
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(1_200);

    public static PlantedBug Bug { get; } = new(static time => new ServerSeams
    {
        Attach = attach => new AlteredAttach(
            attach, (request, next, cancellation) => AttachAsync(request, next, time, cancellation)),
    })
    {
        Id = "slow-resume",
        Check = "RJ801",
        Exit = 3,
        Wrong = "takes 1.2 s longer for every resume",
        Defence = "the resume from memory, without waiting",
    };

    private static async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Session is not null)
        {
            await Task.Delay(Delay, time, cancellationToken).ConfigureAwait(false);
        }

        return await next().ConfigureAwait(false);
    }
}
