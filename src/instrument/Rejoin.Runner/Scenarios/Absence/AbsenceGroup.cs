using Rejoin.Checks;

namespace Rejoin.Runner.Scenarios.Absence;

/// <summary>How long a trial's client is away, by the windows of the contract.</summary>
/// <remarks>With the usual windows of 30 s and 5 min: 20 s, 2 min and 6 min, and just under and just over each
/// window.</remarks>
internal static class AbsenceGroup
{
    // The share of each group among 24 trials: enough brief and medium ones to prove a 95th percentile in five
    // rounds with one or two over the limit.
    private static readonly string[] Turn =
    [
        "brief", "medium", "brief", "medium", "extended", "brief", "medium", "under-brief",
        "brief", "medium", "over-brief", "brief", "medium", "under-medium", "brief", "medium",
        "over-medium", "brief", "medium", "brief", "medium", "extended", "brief", "medium",
    ];

    /// <summary>Time that is kept from a window's edge: more than the tolerance of the checks.</summary>
    private static readonly TimeSpan SmallestMargin = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(1.5);

    /// <summary>Absence of a trial; zero if the contract promises no window.</summary>
    public static TimeSpan Of(int trial, ContractWindows windows)
    {
        if (windows.Resumable is not { } medium)
        {
            return TimeSpan.Zero;
        }

        var brief = windows.Brief ?? medium;
        return Turn[(trial - 1) % Turn.Length] switch
        {
            "brief" => brief * 2 / 3,
            "medium" => medium > brief ? brief + ((medium - brief) / 3) : brief * 2 / 3,
            "under-brief" => brief - Margin(brief),
            "over-brief" => medium > brief ? brief + Margin(brief) : brief - Margin(brief),
            "under-medium" => medium - Margin(medium),
            "over-medium" => medium + (Margin(medium) > Tolerated ? Margin(medium) : Tolerated),
            _ => Longest(windows),
        };
    }

    /// <summary>Longest absence of any trial.</summary>
    public static TimeSpan Longest(ContractWindows windows) => windows.Resumable is not { } window
        ? TimeSpan.Zero
        : window / 5 > SmallestMargin ? window * 6 / 5 : window + SmallestMargin;

    private static TimeSpan Margin(TimeSpan window) =>
        window / 50 > SmallestMargin ? window / 50 : window / 4 < SmallestMargin ? window / 4 : SmallestMargin;
}
