using System.Globalization;

namespace Rejoin.Checks;

/// <summary>The sample of the measure <c>heap-growth</c>: the last heap of a trial over its first, less 1.</summary>
internal static class HeapGrowth
{
    public static ObjectiveSamples Of(TrialHistory history)
    {
        var counters = history.Events.Select(line => line.Counters).OfType<CountersView>().ToList();
        var bytes = counters.Select(each => each.HeapBytes).OfType<long>().Where(each => each > 0).ToList();
        return (counters.Count, bytes.Count) switch
        {
            (0, _) => ObjectiveSamples.None(
                "no counts were read: the target offers no counters, or the trial ended before the first"),
            (_, 0) => ObjectiveSamples.None("the counters of the target do not tell its heap"),
            (1, 1) => ObjectiveSamples.None("only 1 count was read: the trial ended before the last one"),
            (var all, 1) => ObjectiveSamples.None(string.Create(
                CultureInfo.InvariantCulture, $"only 1 of {all} counts tells the heap, so that no growth is known")),
            _ => new ObjectiveSamples([(bytes[^1] / (double)bytes[0]) - 1]),
        };
    }
}
