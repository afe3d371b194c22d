namespace Rejoin.Bench;

/// <summary>One of the two things that are compared.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="MeasureAsync">One measurement, in the comparison's unit; made once per round.</param>
internal sealed record Side(string Name, Func<Task<double>> MeasureAsync);
