namespace Rejoin.Reports;

/// <summary>How much of the findings is on the page; what is more is counted and named.</summary>
internal static class FindingLimits
{
    /// <summary>Findings that are shown whole: the first of each check in each scenario.</summary>
    public const int CardsAtMost = 40;

    /// <summary>Timelines that are drawn, each from one history that has to be read.</summary>
    public const int TimelinesAtMost = 12;

    /// <summary>Characters of a list of trials.</summary>
    public const int TrialsTextAtMost = 160;
}
