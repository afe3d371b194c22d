namespace Rejoin.Faults.Plans;

/// <summary>What a fault may do, and which place it may do it at.</summary>
internal static class ActionRules
{
    private const int LongestHeader = 64;

    public static void Check(Fault fault, string path, PlanErrors errors)
    {
        var action = fault.Do;
        if (!Enum.IsDefined(fault.Repeat))
        {
            errors.Add(path + ".repeat", fault.Repeat.ToString(), "allowed: " + PlanWords.Repeats.Allowed);
        }

        if (FaultCatalogue.Find(action.Kind) is not { } info)
        {
            errors.Add(path + ".do.kind", action.Kind.ToString(), "needed: a fault kind");
            return;
        }

        PlaceRules.Check(fault.At, info, path + ".at", errors);
        foreach (var number in ActionFields.Numbers)
        {
            CheckNumber(number, action, info, path + ".do." + number.Name, errors);
        }

        CheckHeader(action.Header, info, path + ".do.header", errors);
        CheckHeal(action.Heal, info, path + ".do.heal", errors);
    }

    private static void CheckNumber(
        ActionNumber number, FaultAction action, FaultKindInfo info, string path, PlanErrors errors)
    {
        var value = number.Of(action);
        if (!Belongs(number.Name, info))
        {
            if (value is not null)
            {
                errors.Add(path, PlanRules.Number(value), OnlyWith(number.Name));
            }

            return;
        }

        if (value is null && !info.Needs.Contains(number.Name))
        {
            return;
        }

        if (number.Name == "closeCode")
        {
            CheckCode(value, info.Kind, path, errors);
        }
        else if (value is null || value < number.Low || value > number.High)
        {
            errors.Add(path, PlanRules.Number(value), $"needed: {number.Low} to {number.High}{number.Unit}");
        }
    }

    private static void CheckCode(int? code, FaultKind kind, string path, PlanErrors errors)
    {
        if (kind == FaultKind.Close && !IsSendable(code))
        {
            errors.Add(path, PlanRules.Number(code), "needed: 1000-1003, 1007-1014 or 3000-4999");
        }
        else if (kind == FaultKind.CloseIllegal && (code is not (>= 0 and <= ushort.MaxValue) || IsSendable(code)))
        {
            errors.Add(path, PlanRules.Number(code), "needed: 0-999, 1004-1006, 1015-2999 or 5000-65535");
        }
    }

    private static void CheckHeader(string? header, FaultKindInfo info, string path, PlanErrors errors)
    {
        if (!Belongs("header", info))
        {
            if (header is not null)
            {
                errors.Add(path, PlanRules.Quote(header), OnlyWith("header"));
            }
        }
        else if (header is not { Length: >= 1 and <= LongestHeader }
            || !header.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            errors.Add(path, header is null ? "" : PlanRules.Quote(header),
                $"needed: 1 to {LongestHeader} letters, digits and hyphens");
        }
    }

    private static void CheckHeal(HealRule? heal, FaultKindInfo info, string path, PlanErrors errors)
    {
        if (heal is null)
        {
            return;
        }

        if (!Belongs("heal", info))
        {
            errors.Add(path, "", OnlyWith("heal"));
        }
        else if (heal.AfterMs is < 1 or > ActionFields.LongestMs)
        {
            errors.Add(
                path + ".afterMs", PlanRules.Number(heal.AfterMs), $"needed: 1 to {ActionFields.LongestMs} (ms)");
        }
    }

    private static bool Belongs(string field, FaultKindInfo info) =>
        info.Needs.Contains(field) || info.Takes.Contains(field);

    private static string OnlyWith(string field)
    {
        string[] kinds = [.. FaultCatalogue.All.Where(info => Belongs(field, info)).Select(info => info.Name)];
        return kinds.Length == 1
            ? $"only kind {kinds[0]} has it"
            : $"only kinds {string.Join(", ", kinds[..^1])} and {kinds[^1]} have it";
    }

    private static bool IsSendable(int? code) =>
        code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
