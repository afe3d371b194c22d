using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>One piece of each streamed reply repeats the piece before it; the final message is right.</summary>
internal static class SpliceStream
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Agent = agent => new AlteredAgent(agent, static turn => new AlteredTurn(turn) { Change = Repeat() }),
    })
    {
        Id = "splice-stream",
        Check = "RJ115",
        Wrong = "streams one piece of a reply twice in place of the next one",
        Defence = "the streamed pieces that join to the final message",
    };

    private static Func<EventData, EventData> Repeat()
    {
        string? previous = null;
        var done = false;
        return data =>
        {
            if (data is not Delta piece)
            {
                return data;
            }

            var repeated = previous;
            previous = piece.Text;
            if (done || repeated is null || repeated == piece.Text)
            {
                return data;
            }

            done = true;
            return piece with { Text = repeated };
        };
    }
}
