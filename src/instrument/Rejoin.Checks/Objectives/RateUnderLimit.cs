namespace Rejoin.Checks;

/// <summary>RJ803: the share of resumes that succeed, or of the context that they restore, is above its
/// limit.</summary>
/// <remarks>A pure function of one outcome per resume. Smallest failing input with a limit of 100 %: one resume that
/// failed. Unknown: fewer than five rounds, or too few resumes for the confidence.</remarks>
internal static class RateUnderLimit
{
    public static CheckDescription Description { get; } = new()
    {
        Id = "RJ803",
        Name = "rate-under-limit",
        Meaning = "The share that an objective names is above its limit; "
            + "with a limit of 100 %, none of those observed fails.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["repeated", "absence"],
    };

    public static string HintOf(ObjectiveMeasure measure) => measure == ObjectiveMeasure.ResumeSuccess
        ? "Look at the ends of the resumes that are not ok, and at the log of the service at those times."
        : "Compare the reads before the loss with the first ones after the resume; RJ101, RJ201 and RJ204 name what is "
            + "missing.";
}
