using System.Globalization;

namespace Rejoin.Faults.Plans;

/// <summary>What the values of a plan may be, alone and together. Every error is told.</summary>
internal static class PlanRules
{
    private const int MostFaults = 10_000;
    private const int LongestId = 64;
    private const int LongestDelayMs = 3_600_000;

    public static IReadOnlyList<PlanError> Check(FaultPlan plan)
    {
        var errors = new List<PlanError>();
        if (plan.Schema != FaultPlan.SchemaName)
        {
            errors.Add(new PlanError("$.schema", Quote(plan.Schema), $"allowed: \"{FaultPlan.SchemaName}\""));
        }

        if (plan.Faults.Count > MostFaults)
        {
            errors.Add(new PlanError("$.faults", Number(plan.Faults.Count) + " faults", $"at most {MostFaults}"));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Faults.Count; i++)
        {
            var path = $"$.faults[{Number(i)}]";
            CheckId(plan.Faults[i].Id, path, seen, errors);
            CheckPoint(plan.Faults[i].At, path + ".at", errors);
            CheckAction(plan.Faults[i], path, errors);
        }

        return errors;
    }

    private static void CheckId(string id, string path, HashSet<string> seen, List<PlanError> errors)
    {
        if (id.Length is 0 or > LongestId)
        {
            errors.Add(new PlanError(path + ".id", Quote(id), $"needed: 1 to {LongestId} characters"));
        }
        else if (!seen.Add(id))
        {
            errors.Add(new PlanError(path + ".id", Quote(id), "needed: an id that no earlier fault has"));
        }
    }

    private static void CheckPoint(CutPoint at, string path, List<PlanError> errors)
    {
        Least(at.Connection, path + ".connection", errors);
        Least(at.Frame, path + ".frame", errors);
        if (!Enum.IsDefined(at.Direction))
        {
            errors.Add(new PlanError(path + ".direction", at.Direction.ToString(), "allowed: c2s, s2c"));
        }
    }

    private static void Least(int ordinal, string path, List<PlanError> errors)
    {
        if (ordinal < 1)
        {
            errors.Add(new PlanError(path, Number(ordinal), "needed: an ordinal from 1 on"));
        }
    }

    private static void CheckAction(Fault fault, string path, List<PlanError> errors)
    {
        var (action, kind) = (fault.Do, fault.Do.Kind);
        if (!Enum.IsDefined(kind))
        {
            errors.Add(new PlanError(path + ".do.kind", kind.ToString(), "needed: a fault kind"));
            return;
        }

        if (kind == FaultKind.Close && !IsSendable(action.CloseCode))
        {
            errors.Add(new PlanError(
                path + ".do.closeCode", Number(action.CloseCode), "needed: 1000-1003, 1007-1014 or 3000-4999"));
        }

        if (kind == FaultKind.Close && !fault.At.Position.IsBoundary)
        {
            errors.Add(new PlanError(
                path + ".at.position", Quote(fault.At.Position.ToString()), "allowed with kind close: before, after"));
        }

        if (kind != FaultKind.Close && action.CloseCode is { } code)
        {
            errors.Add(new PlanError(path + ".do.closeCode", Number(code), "only kind close has it"));
        }

        CheckDelay(kind, action.DelayMs, path + ".do.delayMs", errors);
    }

    private static void CheckDelay(FaultKind kind, int? delayMs, string path, List<PlanError> errors)
    {
        var has = kind is FaultKind.Stall or FaultKind.Delay;
        if (has && delayMs is not (>= 1 and <= LongestDelayMs))
        {
            errors.Add(new PlanError(path, Number(delayMs), $"needed: 1 to {LongestDelayMs} (ms)"));
        }
        else if (!has && delayMs is not null)
        {
            errors.Add(new PlanError(path, Number(delayMs), "only kinds stall and delay have it"));
        }
    }

    private static bool IsSendable(int? code) =>
        code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);

    private static string Quote(string text) => '"' + text + '"';

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
