namespace Rejoin.Checks;

/// <summary>What holds for all objectives of one measure.</summary>
/// <param name="Unit">What its numbers are.</param>
/// <param name="Minimum">Smallest limit.</param>
/// <param name="Maximum">Largest limit.</param>
/// <param name="Direction">Side of the limit that is right.</param>
/// <param name="HasPercentile">Whether it is about a percentile, which must then be named.</param>
/// <param name="HasAbsence">Whether it can be narrowed to the resumes of one window.</param>
internal sealed record MeasureRules(
    LimitUnit Unit, double Minimum, double Maximum, LimitDirection Direction = LimitDirection.Below,
    bool HasPercentile = false, bool HasAbsence = false)
{
    private static readonly string[] Common = ["id", "scenario", "measure"];

    /// <summary>Every key that an objective of some measure has.</summary>
    public static IReadOnlyList<string> AllKeys { get; } =
        [.. Common, "percentile", "absence", "limit", "confidence"];

    /// <summary>Keys of an objective of this measure.</summary>
    public IReadOnlyList<string> Keys { get; } =
    [
        .. Common, .. HasPercentile ? ["percentile"] : Array.Empty<string>(),
        .. HasAbsence ? ["absence"] : Array.Empty<string>(), "limit", "confidence",
    ];

    public static MeasureRules Of(ObjectiveMeasure measure) => measure switch
    {
        ObjectiveMeasure.ResumeLatency => new(LimitUnit.Seconds, 0.001, 3600, HasPercentile: true, HasAbsence: true),
        ObjectiveMeasure.ResumeLatencyRatio => new(LimitUnit.Ratio, 0.01, 100, HasPercentile: true),
        ObjectiveMeasure.ContextRestored => new(LimitUnit.Share, 0.01, 1, LimitDirection.Above, HasAbsence: true),
        ObjectiveMeasure.ResumeSuccess => new(LimitUnit.Share, 0.01, 1, LimitDirection.Above),
        _ => new(LimitUnit.Share, 0.0001, 100),
    };
}
