using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>One scenario: verdict, what was done, objectives and other numbers, and the count of checks.</summary>
internal static class ScenarioSection
{
    private const int Indent = 12;

    public static void Write(ReportWriter writer, ScenarioDocument scenario)
    {
        var word = VerdictWord.Of(scenario.Verdict);
        var cuts = scenario.Cuts.OrderBy(cut => cut.Key, StringComparer.Ordinal).ToList();
        writer.Line(
            word.Label,
            word.Colour,
            $"{scenario.Id}: {Quantity.Count(scenario.Trials, "trial")}, {Quantity.Count(scenario.Resumes, "resume")}, "
            + $"{Quantity.Count(cuts.Sum(cut => cut.Value), "cut")}",
            Indent);
        if (cuts.Count > 0)
        {
            writer.Text("cut by " + string.Join(", ", cuts.Select(cut => $"{cut.Key} {cut.Value}")), Indent);
        }

        foreach (var objective in scenario.Objectives)
        {
            writer.Text(Objective(objective), Indent);
        }

        foreach (var line in Estimates(scenario.Estimates))
        {
            writer.Text(line, Indent);
        }

        if (scenario.Checks.Count > 0)
        {
            writer.Text("checks: " + Checks(scenario.Checks), Indent);
        }

        // Reasons that name a check or an objective stand below, with their evidence.
        if (scenario.Reason is { } reason
            && !reason.StartsWith("RJ", StringComparison.Ordinal)
            && !reason.StartsWith("objective", StringComparison.Ordinal))
        {
            writer.Text(reason, Indent);
        }
    }

    /// <summary>Percentiles of one quantity share a line: <c>latency p50 8 ms, p95 21 ms (236 samples)</c>.</summary>
    private static IEnumerable<string> Estimates(IReadOnlyList<EstimateDocument> estimates) =>
        from estimate in estimates
        let space = estimate.Id.LastIndexOf(' ')
        let name = space < 0 ? estimate.Id : estimate.Id[..space]
        let value = $"{estimate.Id[name.Length..]} "
            + Quantity.Of(estimate.Estimate, estimate.Low, estimate.High, estimate.Unit)
        group value.TrimStart() by (name, estimate.Samples) into line
        select $"{line.Key.name} {string.Join(", ", line)} ({Quantity.Count(line.Key.Samples, "sample")})";

    private static string Objective(ObjectiveDocument objective)
    {
        var value = objective.Estimate is { } estimate
            ? Quantity.Of(estimate, objective.Low, objective.High, objective.Unit)
            : "no value";
        var symbol = objective.Verdict is { } judged ? VerdictWord.Of(judged).Symbol : "-";
        return $"{symbol} {objective.Id}: {objective.Measure} {value}, "
            + $"limit {Quantity.Of(objective.Limit)} {objective.Unit}, {Quantity.Count(objective.Samples, "sample")}";
    }

    private static string Checks(IReadOnlyList<CheckDocument> checks)
    {
        var parts = new List<string>();
        Add(checks.Count(check => check.Verdict == Verdict.Fail), "fail");
        Add(checks.Count(check => check.Verdict == Verdict.Unknown), "unknown");
        Add(checks.Count(check => check.Verdict == Verdict.Pass), "pass");
        Add(checks.Count(check => check.Verdict is null), "not judged");
        return string.Join(", ", parts);

        void Add(int count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{count} {word}");
            }
        }
    }
}
