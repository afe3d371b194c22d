namespace Rejoin.Faults.Plans;

/// <summary>An invalid fault plan. The message has one line per error.</summary>
public sealed class FaultPlanException : FormatException
{
    /// <summary>An exception that carries errors.</summary>
    /// <param name="errors">Every error that was found.</param>
    public FaultPlanException(IReadOnlyList<PlanError> errors)
        : base("The fault plan is not valid:" + string.Concat(errors.Select(e => "\n  " + e))) => Errors = errors;

    /// <summary>An exception without details.</summary>
    public FaultPlanException()
        : this([])
    {
    }

    /// <summary>An exception with one error at the root.</summary>
    /// <param name="message">What is wrong.</param>
    public FaultPlanException(string message)
        : this([new PlanError("$", "", message)])
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FaultPlanException(string message, Exception innerException)
        : base(message, innerException) => Errors = [new PlanError("$", "", message)];

    /// <summary>Every error, in the order of the plan.</summary>
    public IReadOnlyList<PlanError> Errors { get; }
}
