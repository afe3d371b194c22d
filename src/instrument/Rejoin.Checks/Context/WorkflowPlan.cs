namespace Rejoin.Checks;

/// <summary>Name and steps of a workflow, as one line tells them; null = it does not.</summary>
internal sealed record WorkflowPlan(string? Name, IReadOnlyList<string>? Steps, long Line)
{
    /// <summary>What a read of the context shows otherwise; null if it agrees.</summary>
    public string? Difference(WorkflowView view) =>
        Steps is not null && !Steps.SequenceEqual(view.Steps, StringComparer.Ordinal)
            ? $"it has the steps {List(Steps)}, and a read of the context shows {List(view.Steps)}"
            : Name is not null && Name != view.Name
                ? $"it is called '{Name}', and a read of the context calls it '{view.Name}'"
                : null;

    private static string List(IReadOnlyList<string> steps) => $"[{string.Join(", ", steps)}]";
}
