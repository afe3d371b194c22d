using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>Reads after a resume show every message one second later than it was.</summary>
internal static class RetimeHistory
{
    private static readonly TimeSpan Shift = TimeSpan.FromSeconds(1);

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Reads = reads => new AlteredReads(reads, Retime),
    })
    {
        Id = "retime-history",
        Check = "RJ201",
        Wrong = "shows other timestamps in reads after a resume than it delivered",
        Defence = "the timestamp that is stored with the event",
    };

    private static Answer Retime(ReadRequest request, Answer answer) =>
        request.IsAfterResume() && answer.History is { } history
            ? answer with { History = [.. history.Select(message => message with { At = message.At + Shift })] }
            : answer;
}
