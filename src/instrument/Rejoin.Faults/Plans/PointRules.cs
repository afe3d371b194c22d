namespace Rejoin.Faults.Plans;

/// <summary>What the values of a cut point may be.</summary>
internal static class PointRules
{
    public static void Check(CutPoint at, string path, PlanErrors errors)
    {
        Least(at.Connection, path + ".connection", errors);
        if (at.Handshake is { } handshake)
        {
            if (at.Frame != 0 || at.Position != default || at.Opcode != DataOpcode.Any
                || at.Direction != handshake.Direction)
            {
                errors.Add(path + ".handshake", PlanRules.Quote(handshake.ToString()),
                    "a place in the handshake has frame 0, no position, any opcode and its own direction");
            }

            return;
        }

        Least(at.Frame, path + ".frame", errors);
        if (!Enum.IsDefined(at.Direction))
        {
            errors.Add(path + ".direction", at.Direction.ToString(), "allowed: " + PlanWords.Directions.Allowed);
        }

        if (!Enum.IsDefined(at.Opcode))
        {
            errors.Add(path + ".opcode", at.Opcode.ToString(), "allowed: " + PlanWords.Opcodes.Allowed);
        }
    }

    private static void Least(int ordinal, string path, PlanErrors errors)
    {
        if (ordinal < 1)
        {
            errors.Add(path, PlanRules.Number(ordinal), "needed: an ordinal from 1 on");
        }
    }
}
