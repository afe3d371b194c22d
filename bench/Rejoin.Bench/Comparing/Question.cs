namespace Rejoin.Bench;

/// <summary>A question with the goal that its answer has to reach.</summary>
/// <param name="Name">Name of the command.</param>
/// <param name="Text">The question, in one sentence.</param>
/// <param name="Unit">Unit of both sides' numbers.</param>
/// <param name="Goal">Limit, whose unit <paramref name="Subject"/> tells.</param>
/// <param name="AtLeast">Whether the limit is the least or the most.</param>
/// <param name="Subject">What the goal is about.</param>
internal sealed record Question(string Name, string Text, string Unit, double Goal, bool AtLeast, GoalSubject Subject);
