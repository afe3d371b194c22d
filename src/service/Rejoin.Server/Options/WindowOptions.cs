namespace Rejoin.Server;

/// <summary>Times of absence, counted from the moment at which the last connection was lost.</summary>
/// <remarks>Source: protocol.md §4, §7.</remarks>
public sealed record WindowOptions
{
    /// <summary>Longest absence that is resumed by replay, in milliseconds; default 30 000.</summary>
    public long BriefMs { get; init; } = 30_000;

    /// <summary>Longest absence that is resumed at all, in milliseconds; at least <see cref="BriefMs"/>; default
    /// 300 000.</summary>
    public long ResumableMs { get; init; } = 300_000;

    /// <summary>Time for which the owner is told why a session ended, in milliseconds; default 24 h.</summary>
    public long TombstoneMs { get; init; } = 86_400_000;

    /// <summary>Time between two searches for expired sessions, in milliseconds; default 1 000.</summary>
    public int SweepMs { get; init; } = 1_000;

    internal void Validate(List<string> errors)
    {
        OptionRange.Check(errors, "windows.briefMs", BriefMs, 0, 86_400_000);
        OptionRange.Check(errors, "windows.resumableMs", ResumableMs, 1, 2_592_000_000);
        OptionRange.Require(
            errors, BriefMs <= ResumableMs, $"windows.briefMs: {BriefMs} is above resumableMs, {ResumableMs}.");
        OptionRange.Check(errors, "windows.tombstoneMs", TombstoneMs, 0, 2_592_000_000);
        OptionRange.Check(errors, "windows.sweepMs", SweepMs, 10, 3_600_000);
    }
}
