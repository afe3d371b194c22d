namespace Rejoin.Checks;

/// <summary>A canary of another session.</summary>
internal readonly record struct ForeignSighting(string Canary, HistoryEvent Line);
