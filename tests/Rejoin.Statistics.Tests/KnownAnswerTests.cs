namespace Rejoin.Statistics.Tests;

public sealed class KnownAnswerTests
{
    [Fact]
    public void Clopper_Pearson_bounds_are_the_known_ones() => Assert.All(
        Vectors.Cases<ProportionCase>("clopper-pearson.json"),
        known =>
        {
            Assert.Equal(known.Lower, ClopperPearson.Lower(known.Times, known.Trials, known.Confidence),
                tolerance: 1e-9);
            Assert.Equal(known.Upper, ClopperPearson.Upper(known.Times, known.Trials, known.Confidence),
                tolerance: 1e-9);
        });

    [Fact]
    public void Required_samples_are_the_known_ones() => Assert.All(
        Vectors.Cases<RequiredCase>("required-samples.json"),
        known => Assert.Equal(
            known.Samples, RequiredSamples.ToPass(known.Percentile / 100, known.Confidence, known.Exceedances)));

    [Fact]
    public void Order_statistic_bounds_are_the_known_samples() => Assert.All(
        Vectors.Cases<RankCase>("order-statistic.json"),
        known =>
        {
            var samples = Enumerable.Range(1, known.Samples).Select(rank => (double)rank).Reverse();
            var (low, high) = OrderStatisticInterval.Of(samples, known.Quantile, known.Confidence);
            Assert.Equal((known.Low, known.High), ((int?)low, (int?)high));
        });

    [Fact]
    public void Design_effects_are_the_known_ones() => Assert.All(
        Vectors.Cases<EffectCase>("design-effect.json"),
        known =>
            Assert.Equal(known.Effect, DesignEffect.OfRates(known.Rounds.Select(round => (round[0], round[1]))), 9));

    [Fact]
    public void Percentile_verdicts_are_the_known_ones() => Assert.All(
        Vectors.Cases<VerdictCase>("percentile-verdict.json"),
        known =>
        {
            var rounds = known.Rounds.Select(round => Enumerable.Range(0, round[1])
                .Select(i => i < round[0] ? 2.0 : 0.5).ToArray()).ToList();
            var result = PercentileVerdict.Judge(rounds, 95, 1, 0.95, "x", "s");
            Assert.Equal(known.Verdict, result.Verdict.ToString().ToLowerInvariant());
        });

    public sealed record VerdictCase(int[][] Rounds, string Verdict);

    public sealed record ProportionCase(int Times, int Trials, double Confidence, double Lower, double Upper);

    public sealed record RequiredCase(double Percentile, double Confidence, int Exceedances, long Samples);

    public sealed record RankCase(int Samples, double Quantile, double Confidence, int? Low, int? High);

    public sealed record EffectCase(int[][] Rounds, double Effect);
}
