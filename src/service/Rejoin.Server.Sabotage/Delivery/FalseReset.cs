using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>From the second resume of a session on, a position that could be honoured is answered with a
/// reset.</summary>
internal sealed class FalseReset
{
    private const int FirstResume = 2;
    private readonly PerSession<Count> resumes = new();

    public static PlantedBug Bug { get; } = new(static () => new FalseReset().Seams())
    {
        Id = "false-reset",
        Check = "RJ114",
        Wrong = "says reset, trimmed, at the second resume of a session although every event is kept",
        Defence = "the comparison of the position with what is retained",
    };

    private ServerSeams Seams() => new() { ResumePolicy = policy => new AlteredPolicy(policy, Decide) };

    private ResumeDecision Decide(ResumeQuestion question, Func<ResumeState, ResumeDecision> decide)
    {
        var right = decide(question.State);
        return right.Reset is null
            && Interlocked.Increment(ref resumes.Of(question.State.Session).Value) >= FirstResume
                ? new ResumeDecision { Reset = ResetReason.Trimmed }
                : right;
    }
}
