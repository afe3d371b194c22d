namespace Rejoin.Reports;

/// <summary>What became of a case, in the words of JUnit.</summary>
internal enum JUnitOutcome
{
    /// <summary>Judged, and kept.</summary>
    Pass,

    /// <summary>Otherwise than promised, or an objective was missed.</summary>
    Failure,

    /// <summary>Promised, and could not be judged: red everywhere.</summary>
    Error,

    /// <summary>Not promised, and not judged.</summary>
    Skipped,
}
