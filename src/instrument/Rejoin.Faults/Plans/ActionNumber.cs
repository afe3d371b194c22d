namespace Rejoin.Faults.Plans;

/// <summary>A field of an action that is a whole number.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Of">Its value; null when it is not given.</param>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
/// <param name="Unit">Its unit in brackets, for error texts; empty for none.</param>
internal sealed record ActionNumber(string Name, Func<FaultAction, int?> Of, int Low, int High, string Unit = "");
