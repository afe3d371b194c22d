namespace Rejoin.Checks;

/// <summary>RJ801.</summary>
public static class PercentileOverLimit;
