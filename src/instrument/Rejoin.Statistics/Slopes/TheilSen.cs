namespace Rejoin.Statistics;

/// <summary>Slope of a line through points, of which no few can spoil it.</summary>
public static class TheilSen
{
    /// <summary>Median of the slopes between all pairs of points with different x; null if there is no such
    /// pair.</summary>
    /// <param name="points">Points in any order; time and memory grow with the square of their number.</param>
    /// <exception cref="ArgumentException">A coordinate that is not finite.</exception>
    /// <remarks>Source: P. K. Sen, Journal of the American Statistical Association 63 (1968), 1379–1389.</remarks>
    public static double? Slope(IReadOnlyList<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)))
        {
            throw new ArgumentException("A coordinate is not finite.", nameof(points));
        }

        var slopes = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
            {
                if (points[i].X != points[j].X)
                {
                    slopes.Add((points[j].Y - points[i].Y) / (points[j].X - points[i].X));
                }
            }
        }

        return Percentile.Interpolated(slopes, 50);
    }
}
