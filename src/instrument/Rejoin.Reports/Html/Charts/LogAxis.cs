using System.Globalization;

namespace Rejoin.Reports;

/// <summary>A logarithmic axis of milliseconds from one power of ten to another.</summary>
/// <param name="From">Exponent of the left end.</param>
/// <param name="To">Exponent of the right end; greater than <paramref name="From"/>.</param>
internal sealed record LogAxis(int From, int To)
{
    private const double Least = 0.01;

    public static LogAxis Of(IEnumerable<double> values)
    {
        var exponents = values.Where(double.IsFinite).Select(value => Math.Log10(Math.Max(value, Least))).ToList();
        var from = exponents.Count == 0 ? 0 : (int)Math.Floor(exponents.Min());
        var to = exponents.Count == 0 ? 3 : (int)Math.Ceiling(exponents.Max());
        return new LogAxis(from, Math.Max(to, from + 1));
    }

    /// <summary>Place of a value, 0 to 1.</summary>
    public double Place(double value) =>
        Math.Clamp((Math.Log10(Math.Max(value, Least)) - From) / (To - From), 0, 1);

    /// <summary>The powers of ten, with their names.</summary>
    public IEnumerable<(double Place, string Name)> Ticks() =>
        from exponent in Enumerable.Range(From, To - From + 1)
        select (Place(Math.Pow(10, exponent)), Name(exponent));

    private static string Name(int exponent) => exponent >= 3
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, exponent - 3):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, exponent):0.##} ms");
}
