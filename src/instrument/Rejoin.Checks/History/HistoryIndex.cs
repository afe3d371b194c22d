namespace Rejoin.Checks;

/// <summary>A history with the tables that several checks need, each made once in one pass.</summary>
public sealed class HistoryIndex;
