using System.Globalization;
using System.Text;

namespace Rejoin.Checks;

/// <summary>Writes contracts as YAML that <see cref="ContractReader"/> reads back to an equal contract.</summary>
public static class ContractWriter
{
    /// <summary>YAML text of a contract; the same bytes for equal contracts, LF line ends.</summary>
    public static string Write(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var text = new StringBuilder();
        Line(text, "schema", Contract.CurrentSchema);
        Line(text, "service", Quoted(contract.Service));
        TargetWriter.Write(text, contract.Target);
        TargetWriter.Write(text, contract.Driver);
        Group(text, "windows", ("brief", Time(contract.Windows.Brief)), ("medium", Time(contract.Windows.Medium)),
            ("quickScale", Number(contract.Windows.QuickScale)));
        Group(text, "retention", ("events", contract.Retention.Events?.ToString(CultureInfo.InvariantCulture)));
        Group(text, "delivery", ("toService", Word(contract.Delivery.ToService)),
            ("toClient", Word(contract.Delivery.ToClient)));
        Line(text, "order", Word<OrderScope>(contract.Order));
        Line(text, "takeover", Word(contract.Takeover));
        Line(text, "moves", Word(contract.Moves));
        Line(text, "expiry", Word(contract.Expiry));
        Line(text, "recovered", Word<RecoveredSignal>(contract.Recovered));
        Line(text, "reads", List(contract.Reads.Select(EnumWords<ReadKind>.Of)));
        Group(text, "isolation", ("sessions", Flag(contract.Isolation.Sessions)),
            ("principals", Flag(contract.Isolation.Principals)));
        Group(text, "closeCodes", ("superseded", Codes(contract.CloseCodes.Superseded)),
            ("left", Codes(contract.CloseCodes.Left)), ("restart", Codes(contract.CloseCodes.Restart)));
        Group(text, "timeouts", ("operation", Time(contract.Timeouts.Operation)),
            ("recovery", Time(contract.Timeouts.Recovery)));
        Group(text, "progress", ("frames", contract.Progress.Frames?.ToString(CultureInfo.InvariantCulture)),
            ("connections", contract.Progress.Connections.ToString(CultureInfo.InvariantCulture)));
        Objectives(text, contract.Objectives);
        return text.ToString();
    }

    private static void Objectives(StringBuilder text, IReadOnlyList<Objective> objectives)
    {
        if (objectives.Count > 0)
        {
            text.Append("objectives:\n");
        }

        foreach (var objective in objectives)
        {
            text.Append("  - id: ").Append(objective.Id).Append('\n');
            Line(text, "    scenario", Quoted(objective.Scenario));
            Line(text, "    measure", Word<ObjectiveMeasure>(objective.Measure));
            Line(text, "    percentile", Number(objective.Percentile));
            Line(text, "    absence", Word(objective.Absence));
            Line(text, "    limit", Limit(objective));
            Line(text, "    confidence", Number(objective.Confidence));
        }
    }

    private static void Group(StringBuilder text, string key, params (string Key, string? Value)[] values)
    {
        if (values.All(pair => pair.Value is null))
        {
            return;
        }

        text.Append(key).Append(":\n");
        foreach (var (name, value) in values)
        {
            Line(text, "  " + name, value);
        }
    }

    internal static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    internal static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? EnumWords<T>.Of(known) : null;

    private static string? Limit(Objective objective) => objective.Unit switch
    {
        LimitUnit.Seconds => Time(Duration.OfSeconds(objective.Limit)),
        LimitUnit.Ratio => Number(objective.Limit),
        _ => Percentage.Format(objective.Limit),
    };

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    internal static string? Time(TimeSpan? value) => value is { } known ? Duration.Format(known) : null;

    private static string Flag(bool value) => value ? "true" : "false";

    private static string? List(IEnumerable<string> values)
    {
        var joined = string.Join(", ", values);
        return joined.Length == 0 ? null : $"[{joined}]";
    }

    private static string? Codes(IReadOnlyList<int> codes) =>
        List(codes.Select(code => code.ToString(CultureInfo.InvariantCulture)));

    internal static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && text.Any(char.IsAsciiLetter)
            ? text
            : text.Any(IsBreak) ? Escaped(text)
            : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>What YAML takes for the end of a line or leaves out, though it is no control character.</summary>
    private static bool IsBreak(char c) => c is '\u2028' or '\u2029' or '\uFEFF';

    private static string Escaped(string text) => '"' + string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when IsBreak(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        _ => c.ToString(),
    })) + '"';
}
