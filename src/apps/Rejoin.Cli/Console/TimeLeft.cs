using System.Globalization;

namespace Rejoin.Cli;

/// <summary>The time that a scenario still needs, from the pace of its trials so far.</summary>
/// <remarks>It is told only when the pace says something: 5 trials and a tenth of them have ended, no wait in real time
/// is under way, and a second or more has passed. Before that there is no number, because it would be a guess.
/// Not thread-safe.</remarks>
/// <param name="time">Clock.</param>
internal sealed class TimeLeft(TimeProvider time)
{
    private const int FewestTrials = 5;
    private const int SmallestShare = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private long begun;
    private bool waits;
    private int total;
    private int done;

    /// <summary>A scenario begins.</summary>
    /// <param name="trials">Its trials.</param>
    public void Begin(int trials) => (begun, total, done, waits) = (time.GetTimestamp(), trials, 0, false);

    /// <summary>All trials wait in real time: when the first one ends, so do the others.</summary>
    public void Wait() => waits = true;

    /// <summary>A trial ended.</summary>
    public void Ended() => done++;

    /// <summary>Estimate; null = nothing can be said.</summary>
    public TimeSpan? Estimate()
    {
        var passed = time.GetElapsedTime(begun);
        return waits || done >= total || done < FewestTrials || done * SmallestShare < total || passed < Shortest
            ? null
            : passed / done * (total - done);
    }

    /// <summary>The estimate in words, such as <c>about 12 s left</c>; empty if there is none.</summary>
    public string Text() => Estimate() switch
    {
        null => string.Empty,
        { TotalMinutes: >= 2 } left => string.Create(
            CultureInfo.InvariantCulture, $"about {Math.Ceiling(left.TotalMinutes):0} min left"),
        { } left => string.Create(
            CultureInfo.InvariantCulture, $"about {Math.Max(1, Math.Ceiling(left.TotalSeconds)):0} s left"),
    };
}
