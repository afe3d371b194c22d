namespace Rejoin.Faults.Plans;

/// <summary>What a fault may do, and which place it may do it at.</summary>
internal static class ActionRules
{
    private const int LongestMs = 3_600_000;

    public static void Check(Fault fault, string path, PlanErrors errors)
    {
        var (action, kind) = (fault.Do, fault.Do.Kind);
        if (!Enum.IsDefined(fault.Repeat))
        {
            errors.Add(path + ".repeat", fault.Repeat.ToString(), "allowed: " + PlanWords.Repeats.Allowed);
        }

        if (!Enum.IsDefined(kind))
        {
            errors.Add(path + ".do.kind", kind.ToString(), "needed: a fault kind");
            return;
        }

        if (kind == FaultKind.Close && !IsSendable(action.CloseCode))
        {
            errors.Add(path + ".do.closeCode", PlanRules.Number(action.CloseCode),
                "needed: 1000-1003, 1007-1014 or 3000-4999");
        }

        if (kind != FaultKind.Close && action.CloseCode is { } code)
        {
            errors.Add(path + ".do.closeCode", PlanRules.Number(code), "only kind close has it");
        }

        CheckPlace(fault, path + ".at", errors);
        CheckDelay(kind, action.DelayMs, path + ".do.delayMs", errors);
        CheckHeal(kind, action.Heal, path + ".do.heal", errors);
    }

    private static void CheckPlace(Fault fault, string path, PlanErrors errors)
    {
        var (kind, at) = (fault.Do.Kind, fault.At);
        if (kind == FaultKind.Close && at.Handshake is null && !at.Position.IsBoundary)
        {
            errors.Add(path + ".position", PlanRules.Quote(at.Position.ToString()),
                "allowed with kind close: before, after");
        }

        if (at.Handshake is not { } handshake)
        {
            return;
        }

        if (kind == FaultKind.Close && handshake.Kind != HandshakePositionKind.ResponseEnd)
        {
            errors.Add(path + ".handshake", PlanRules.Quote(handshake.ToString()),
                "allowed with kind close: responseEnd, since before the 101 there is no WebSocket to close");
        }

        if (kind == FaultKind.Delay)
        {
            errors.Add(path + ".handshake", PlanRules.Quote(handshake.ToString()),
                "allowed with kind delay: a place in a frame (kind stall holds a handshake)");
        }
    }

    private static void CheckDelay(FaultKind kind, int? delayMs, string path, PlanErrors errors)
    {
        var has = kind is FaultKind.Stall or FaultKind.Delay;
        if (has && delayMs is not (>= 1 and <= LongestMs))
        {
            errors.Add(path, PlanRules.Number(delayMs), $"needed: 1 to {LongestMs} (ms)");
        }
        else if (!has && delayMs is not null)
        {
            errors.Add(path, PlanRules.Number(delayMs), "only kinds stall and delay have it");
        }
    }

    private static void CheckHeal(FaultKind kind, HealRule? heal, string path, PlanErrors errors)
    {
        if (heal is null)
        {
            return;
        }

        if (kind is not (FaultKind.BlackHole or FaultKind.HalfOpenClientLost or FaultKind.HalfOpenServiceLost))
        {
            errors.Add(path, "", "only kinds black-hole, half-open-client-lost and half-open-service-lost have it");
        }
        else if (heal.AfterMs is < 1 or > LongestMs)
        {
            errors.Add(path + ".afterMs", PlanRules.Number(heal.AfterMs), $"needed: 1 to {LongestMs} (ms)");
        }
    }

    private static bool IsSendable(int? code) =>
        code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
