using System.Globalization;

namespace Rejoin.Faults.Plans;

/// <summary>What the values of a plan may be, alone and together. Every error is told.</summary>
internal static class PlanRules
{
    public const int MostFaults = 10_000;
    private const int LongestId = 64;
    private const string Family = "rejoin.plan/";

    public static IReadOnlyList<PlanError> Check(FaultPlan plan)
    {
        if (NewerSchema(plan.Schema) is { } newer)
        {
            return [newer];
        }

        var errors = new PlanErrors();
        if (plan.Schema != FaultPlan.SchemaName)
        {
            errors.Add("$.schema", Quote(plan.Schema), $"allowed: \"{FaultPlan.SchemaName}\"");
        }

        if (plan.Faults.Count > MostFaults)
        {
            errors.Add("$.faults", Number(plan.Faults.Count) + " faults", $"at most {MostFaults}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Faults.Count && !errors.Full; i++)
        {
            var path = $"$.faults[{Number(i)}]";
            CheckId(plan.Faults[i].Id, path + ".id", seen, errors);
            PointRules.Check(plan.Faults[i].At, path + ".at", errors);
            ActionRules.Check(plan.Faults[i], path, errors);
        }

        return errors.Told;
    }

    /// <summary>The one error of a plan that a newer tool wrote; null for any other.</summary>
    public static PlanError? NewerSchema(string schema) =>
        schema.StartsWith(Family, StringComparison.Ordinal)
            && int.TryParse(schema.AsSpan(Family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n > 1
            ? new PlanError("$.schema", Quote(schema),
                $"this tool reads \"{FaultPlan.SchemaName}\": the plan is of a newer version, update the tool")
            : null;

    /// <summary>A text as JSON would have it on one line, shortened.</summary>
    public static string Quote(string text)
    {
        var quoted = string.Concat(text.Take(80).Select(c =>
            char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return '"' + quoted + (text.Length > 80 ? "..." : "") + '"';
    }

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void CheckId(string id, string path, HashSet<string> seen, PlanErrors errors)
    {
        if (id.Length is 0 or > LongestId || id.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            errors.Add(
                path, Quote(id), $"needed: 1 to {LongestId} characters, no control characters, none beyond U+FFFF");
        }
        else if (!seen.Add(id))
        {
            errors.Add(path, Quote(id), "needed: an id that no earlier fault has");
        }
    }
}
