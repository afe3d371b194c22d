using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After a resume the context names a principal that is not the session's.</summary>
internal static class IdentityDrift
{
    private const string Somebody = "somebody-else";

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Reads = reads => new AlteredReads(reads, Rename),
    })
    {
        Id = "identity-drift",
        Check = "RJ207",
        Wrong = "names another principal in the context after a resume",
        Defence = "the owner that is stored with the session and never changes",
    };

    private static Answer Rename(ReadRequest request, Answer answer) =>
        request.IsAfterResume() && answer.Context is { } context
            ? answer with { Context = context with { Principal = Somebody } }
            : answer;
}
