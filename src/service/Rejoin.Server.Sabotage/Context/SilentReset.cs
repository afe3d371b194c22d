using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>At the second resume of a session the content up to the presented position is gone, and the verdict says
/// resumed.</summary>
/// <remarks>As seen from outside: a new and empty session behind the old name, which goes on counting where the client
/// was. The first resume is left alone, because the scenario cuts the connection after it, and the client may not
/// have learnt of the verdict.</remarks>
internal sealed class SilentReset
{
    private const long FirstGeneration = 3;
    private readonly PerSession<Loss> losses = new();

    public static PlantedBug Bug { get; } = new(static () => new SilentReset().Seams())
    {
        Id = "silent-reset",
        Check = "RJ208",
        Wrong = "says resumed at the second resume of a session and goes on with an empty one",
        Defence = "the reset that is said when continuity is lost",
    };

    private ServerSeams Seams() => new()
    {
        Attach = attach => new AlteredAttach(attach, AttachAsync),
        Reads = reads => new AlteredReads(reads, Hide),
    };

    private async Task<AttachOutcome> AttachAsync(
        AttachRequest request, Func<Task<AttachOutcome>> next, CancellationToken cancellationToken)
    {
        var outcome = await next().ConfigureAwait(false);
        if (outcome.Verdict is Resumed { Generation: >= FirstGeneration } resumed)
        {
            Interlocked.CompareExchange(ref losses.Of(resumed.Session).UpTo, resumed.From, 0);
        }

        return outcome;
    }

    private Answer Hide(ReadRequest request, Answer answer)
    {
        var upTo = Interlocked.Read(ref losses.Of(request.Connection.Session).UpTo);
        return answer.History is { } history
            ? answer with { History = [.. history.Where(message => message.Offset > upTo)] }
            : answer;
    }

    private sealed class Loss
    {
        public long UpTo;
    }
}
