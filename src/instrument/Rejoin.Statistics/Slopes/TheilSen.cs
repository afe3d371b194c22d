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
        return SlopeAmongNeighbours(points, Math.Max(1, points.Count), double.Epsilon);
    }

    /// <summary>Median of the slopes between points that stand near each other in an order, such as that of time, so
    /// that what changes along the order does not look like a slope; null if there is no such pair.</summary>
    /// <param name="points">Points in that order; time and memory grow with their number times that of
    /// neighbours.</param>
    /// <param name="neighbours">Points after each one that it is paired with; 1 or more.</param>
    /// <param name="leastDistance">Least difference of x in a pair; more than 0. Close pairs say little and count as
    /// much.</param>
    /// <exception cref="ArgumentException">A coordinate that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static double? SlopeAmongNeighbours(
        IReadOnlyList<(double X, double Y)> points, int neighbours, double leastDistance)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastDistance);
        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)))
        {
            throw new ArgumentException("A coordinate is not finite.", nameof(points));
        }

        var slopes = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count && j - i <= neighbours; j++)
            {
                if (Math.Abs(points[i].X - points[j].X) >= leastDistance)
                {
                    slopes.Add((points[j].Y - points[i].Y) / (points[j].X - points[i].X));
                }
            }
        }

        return Percentile.Interpolated(slopes, 50);
    }
}
