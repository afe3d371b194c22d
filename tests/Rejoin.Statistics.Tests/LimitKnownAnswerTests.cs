namespace Rejoin.Statistics.Tests;

public sealed class LimitKnownAnswerTests
{
    private const int Digits = 8;

    [Fact]
    public void Ranks_of_signed_rank_bounds_are_the_known_ones() => Assert.All(
        Vectors.Cases<RankCase>("signed-rank-ranks.json"),
        known =>
        {
            var rank = SignedRank.Rank(known.Values, known.Confidence);
            if (known.Values <= SignedRank.ExactAtMost)
            {
                Assert.Equal(known.Rank, rank);
            }
            else
            {
                Assert.InRange(rank!.Value, known.Rank!.Value - 1, known.Rank.Value + 1);
            }
        });

    [Fact]
    public void Signed_rank_intervals_are_the_known_ones() => Assert.All(
        Vectors.Cases<CentreCase>("signed-rank.json"),
        known => Assert.Equal(
            (known.Value, known.Low, known.High), Rounded(SignedRank.Interval(known.Values, known.Confidence))));

    [Fact]
    public void Theil_Sen_slopes_are_the_known_ones() => Assert.All(
        Vectors.Cases<SlopeCase>("theil-sen.json"),
        known =>
        {
            var slope = TheilSen.Slope([.. known.Points.Select(point => (point[0], point[1]))]);
            Assert.Equal(Rounded(known.Slope), Rounded(slope));
        });

    [Fact]
    public void Student_bounds_are_the_known_ones() => Assert.All(
        Vectors.Cases<MeanCase>("student-bounds.json"),
        known => Assert.Equal(Rounded((known.Mean, known.Low, known.High)),
            Rounded(StudentBounds.Of(known.Values, known.Confidence))));

    [Fact]
    public void Rate_verdicts_are_the_known_ones() => Assert.All(
        Vectors.Cases<RateCase>("rate-verdict.json"),
        known =>
        {
            var rounds = known.Rounds.Select(round => Enumerable.Range(0, round[1])
                .Select(i => i < round[0] ? 0.0 : 1.0).ToArray()).ToList();
            var result = RateVerdict.Judge(rounds, known.Limit, 0.95, "x");
            Assert.Equal(known.Verdict, result.Verdict.ToString().ToLowerInvariant());
        });

    private static (double? Value, double? Low, double? High) Rounded(
        (double? Value, double? Low, double? High) interval) =>
        (Rounded(interval.Value), Rounded(interval.Low), Rounded(interval.High));

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, Digits) : null;

    public sealed record RankCase(int Values, double Confidence, long? Rank);

    public sealed record CentreCase(double[] Values, double Confidence, double? Value, double? Low, double? High);

    public sealed record SlopeCase(double[][] Points, double? Slope);

    public sealed record MeanCase(double[] Values, double Confidence, double Mean, double? Low, double? High);

    public sealed record RateCase(double Limit, int[][] Rounds, string Verdict);
}
