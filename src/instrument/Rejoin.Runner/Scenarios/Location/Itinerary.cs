using System.Net;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.Location;

/// <summary>Where a trial's client resumes, and how it loses each connection.</summary>
/// <remarks>Resumes come in pairs of one from the other place and one from the same, in random order, after cuts of
/// one kind: whatever slows a moment slows both arms.</remarks>
internal static class Itinerary
{
    /// <summary>Pairs of a trial.</summary>
    public const int Pairs = 20;

    /// <summary>Connections with a cut: one for each resume. A cut that strikes during a resume costs one more, so the
    /// last resumes may be of connections that the client itself drops.</summary>
    public const int CutConnections = 2 * Pairs;

    private const int KindsInTurn = 6;

    // Verdict, end-of-replay mark, answer of a read.
    private const int FrameOfAnswer = 3;

    public static Place Home { get; } = new(
        "home", IPAddress.Parse("127.0.1.1"), "RejoinProbe/1.0 (X11; Linux x86_64)", "DE");

    public static Place Away { get; } = new(
        "away", IPAddress.Parse("127.0.2.1"), "RejoinProbe/1.0 (iPhone; CPU iPhone OS 18_0)", "JP");

    /// <summary>Whether each resume of a trial comes from the other place than the one before.</summary>
    public static IReadOnlyList<bool> Moves(Random random)
    {
        var moves = new List<bool>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var movesFirst = random.Next(2) == 0;
            moves.Add(movesFirst);
            moves.Add(!movesFirst);
        }

        return moves;
    }

    /// <summary>One cut for each connection that is resumed from: after the client's read reached the service, or after
    /// its answer reached the client.</summary>
    public static IReadOnlyList<Fault> Cuts(int trial, Random random)
    {
        var cuts = new List<Fault>();
        for (var connection = 1; connection <= CutConnections; connection++)
        {
            var pair = (connection - 1) / 2;
            var isAnswered = (pair / KindsInTurn % 2) == 0 || random.Next(2) == 0;
            cuts.Add(new Fault
            {
                Id = $"cut-{connection}",
                At = new CutPoint
                {
                    Connection = connection,
                    Direction = isAnswered ? Direction.ServiceToClient : Direction.ClientToService,
                    // The first connection starts with a message instead of a read.
                    Frame = isAnswered ? (connection == 1 ? FrameOfAnswer + 1 : FrameOfAnswer) : 1,
                    Position = FramePosition.After,
                },
                Do = CutChoice.Kind(trial + pair),
            });
        }

        return cuts;
    }
}
