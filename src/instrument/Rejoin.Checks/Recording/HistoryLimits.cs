namespace Rejoin.Checks;

/// <summary>Limits of history files.</summary>
public static class HistoryLimits
{
    /// <summary>Longest line, in bytes without its end.</summary>
    public const int LineBytes = 1_048_576;

    /// <summary>Longest file, in bytes.</summary>
    public const long FileBytes = 1L << 30;

    /// <summary>Most lines of a file.</summary>
    public const int Lines = 5_000_000;

    /// <summary>Most sessions that a header names.</summary>
    public const int Sessions = 10_000;

    /// <summary>Errors after which reading stops.</summary>
    public const int Errors = 100;

    /// <summary>Characters of an error that are shown; what a file holds may be longer.</summary>
    public const int ErrorCharacters = 400;
}
