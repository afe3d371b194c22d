using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Bench;

/// <summary>A correct history, as a run against a service without faults of its own would record it.</summary>
internal static class SyntheticHistory
{
    /// <summary>History of at least so many lines; sessions take turns in it.</summary>
    /// <param name="trial">Number of the trial, 1-based.</param>
    /// <param name="sessions">Sessions, two to a principal.</param>
    /// <param name="atLeastLines">Lines after which a last read ends every session.</param>
    /// <param name="turnsPerRead">Turns of a session between two reads of all its messages.</param>
    public static TrialHistory Make(int trial, int sessions, int atLeastLines, int turnsPerRead)
    {
        var header = new TrialHeader
        {
            Scenario = "history",
            Trial = trial,
            Round = 1,
            Seed = 1,
            Sessions = [.. Enumerable.Range(1, sessions).Select(n => new SessionHeader
            {
                Session = $"s{n}",
                Principal = $"p{(n + 1) / 2}",
                Canary = string.Create(CultureInfo.InvariantCulture, $"cn-{((long)trial << 32) + n:x16}"),
            })],
        };
        var pen = new HistoryPen();
        pen.Write(HistoryEventType.Trial, line => line with { Trial = header });
        var lives = header.Sessions.Select(session => new SyntheticSession(pen, session)).ToList();
        lives.ForEach(life => life.Connect());
        for (var turn = 1; pen.Lines.Count < atLeastLines; turn++)
        {
            foreach (var life in lives)
            {
                life.Turn(isCut: turn % 10 == 5);
                if (turn % turnsPerRead == 0)
                {
                    life.Read();
                }
            }
        }

        lives.ForEach(life => life.End());
        return new TrialHistory { Header = header, Events = pen.Lines };
    }
}
