namespace Rejoin.Checks;

/// <summary>What the numbers of a measure are, and so how a contract writes its limit.</summary>
public enum LimitUnit
{
    /// <summary>Seconds; a limit is written as a duration: <c>500ms</c>.</summary>
    Seconds,

    /// <summary>One duration over another; a limit is written as a number: <c>1.10</c>.</summary>
    Ratio,

    /// <summary>A part of a whole; a limit is written as a percentage: <c>5%</c> is 0.05.</summary>
    Share,
}
