namespace Rejoin.Checks;

/// <summary>A line that names the principal or session.</summary>
internal readonly record struct IdentitySight(
    HistoryEvent Line, string? Principal, string? Session, bool IsNewSession, bool IsAfterResume);
