using System.Text;

namespace Rejoin.Checks;

/// <summary>Writes the sections <c>target</c> and <c>driver</c> of a contract.</summary>
internal static class TargetWriter
{
    public static void Write(StringBuilder text, ContractTarget? target)
    {
        if (target is null)
        {
            return;
        }

        text.Append("target:\n");
        ContractWriter.Line(text, "  kind", ContractWriter.Word<TargetKind>(target.Kind));
        Texts(text, ("  url", target.Url), ("  folder", target.Folder));
        Command(text, target.Command);
        if (target.Environment.Count > 0)
        {
            text.Append("  environment:\n");
        }

        foreach (var (name, value) in target.Environment.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            Texts(text, ($"    {name}", value));
        }

        if (target.Kind is TargetKind.Command)
        {
            text.Append("  ready:\n");
            Texts(text, ("    line", target.Ready.Line), ("    http", target.Ready.Http));
            ContractWriter.Line(text, "    within", ContractWriter.Time(target.Ready.Within));
            text.Append("  stop:\n");
            ContractWriter.Line(text, "    signal", ContractWriter.Word<StopSignal>(target.Stop.Signal));
            ContractWriter.Line(text, "    within", ContractWriter.Time(target.Stop.Within));
        }

        if (target.Kind is not TargetKind.Embedded)
        {
            ContractWriter.Line(text, "  access", ContractWriter.Word<AccessKind>(target.Access));
        }
    }

    public static void Write(StringBuilder text, ContractDriver? driver)
    {
        if (driver is null)
        {
            return;
        }

        text.Append("driver:\n");
        ContractWriter.Line(text, "  kind", ContractWriter.Word<DriverKind>(driver.Kind));
        Texts(text, ("  folder", driver.Folder));
        Command(text, driver.Command);
    }

    private static void Texts(StringBuilder text, params (string Key, string? Value)[] texts)
    {
        foreach (var (key, value) in texts)
        {
            ContractWriter.Line(text, key, value is null ? null : ContractWriter.Quoted(value));
        }
    }

    private static void Command(StringBuilder text, IReadOnlyList<string> command)
    {
        if (command.Count > 0)
        {
            var words = command.Select(ContractWriter.Quoted);
            ContractWriter.Line(text, "  command", $"[{string.Join(", ", words)}]");
        }
    }
}
