using System.Globalization;

namespace Rejoin.Bench;

/// <summary>Two sides measured in turns; the order alternates from round to round, and the rounds before
/// the first warm up.</summary>
internal static class Comparison
{
    private const int WarmUps = 2;

    /// <summary>Measures and prints; true if the goal was met.</summary>
    public static async Task<bool> RunAsync(Question question, Side first, Side second, int rounds, TextWriter output)
    {
        output.WriteLine($"{question.Name}: {question.Text}");
        output.WriteLine($"  {"round",-8}{first.Name,26}{second.Name,26}{"ratio",10}   ({question.Unit})");
        var firsts = new List<double>();
        var seconds = new List<double>();
        for (var round = 1 - WarmUps; round <= rounds; round++)
        {
            var (a, b) = await MeasureAsync(first, second, firstGoesFirst: round % 2 == 0);
            output.WriteLine(Row(round <= 0 ? "warm-up" : Invariant($"{round}"), a, b, a / b));
            if (round > 0)
            {
                firsts.Add(a);
                seconds.Add(b);
            }
        }

        var ratio = Spread.Of(firsts.Zip(seconds, (a, b) => a / b));
        output.WriteLine(Row("median", Spread.Of(firsts).Median, Spread.Of(seconds).Median, ratio.Median));
        var judged = question.Subject == GoalSubject.Ratio ? ratio : Spread.Of(firsts);
        var met = question.AtLeast ? judged.Median >= question.Goal : judged.Median <= question.Goal;
        output.WriteLine(Invariant($"  ratio {ratio.Median:0.00} ({ratio.Min:0.00}–{ratio.Max:0.00}); ")
            + Invariant($"goal {(question.AtLeast ? "≥" : "≤")} {question.Goal:#,0.##}")
            + (question.Subject == GoalSubject.Ratio ? "" : $" {question.Unit} of {first.Name}")
            + $": {(met ? "met" : "missed")}");
        output.WriteLine();
        return met;
    }

    private static async Task<(double First, double Second)> MeasureAsync(Side first, Side second, bool firstGoesFirst)
    {
        if (firstGoesFirst)
        {
            var a = await first.MeasureAsync();
            return (a, await second.MeasureAsync());
        }

        var b = await second.MeasureAsync();
        return (await first.MeasureAsync(), b);
    }

    private static string Row(string round, double first, double second, double ratio) =>
        Invariant($"  {round,-8}{first,26:#,0}{second,26:#,0}{ratio,10:0.00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
