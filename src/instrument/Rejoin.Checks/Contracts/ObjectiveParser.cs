namespace Rejoin.Checks;

/// <summary>Reads one objective of a contract, by the rules of its measure.</summary>
internal sealed class ObjectiveParser(ContractWindows windows)
{
    private readonly HashSet<string> _ids = [];

    public Objective Parse(YamlSection section)
    {
        var measure = section.Word<ObjectiveMeasure>("measure", required: true);
        var rules = measure is { } known ? MeasureRules.Of(known) : null;
        var objective = new Objective
        {
            Id = section.Text("id", 64, required: true) ?? "",
            Scenario = section.Text("scenario", 64, required: true) ?? "",
            Measure = measure ?? default,
            Percentile = section.Number("percentile", 1, 99.99, required: rules is { HasPercentile: true }),
            Absence = section.Word<AbsenceWindow>("absence"),
            Limit = Limit(section, rules) ?? 0,
            Confidence = section.Number("confidence", 0.5, 0.9999) ?? 0.95,
        };
        Id(section, objective.Id);
        Absence(section, objective.Absence);
        foreach (var key in MeasureRules.AllKeys)
        {
            if (rules is not null && !rules.Keys.Contains(key) && section.Has(key))
            {
                var word = EnumWords<ObjectiveMeasure>.Of(objective.Measure);
                section.Report(key, $"does not belong to the measure '{word}'", string.Join(", ", rules.Keys));
            }
        }

        return objective;
    }

    private static double? Limit(YamlSection section, MeasureRules? rules) => rules?.Unit switch
    {
        LimitUnit.Seconds => section.Time("limit", TimeSpan.FromSeconds(rules.Minimum),
            TimeSpan.FromSeconds(rules.Maximum), required: true)?.TotalSeconds,
        LimitUnit.Ratio => section.Number("limit", rules.Minimum, rules.Maximum, required: true),
        LimitUnit.Share => section.Share("limit", rules.Minimum, rules.Maximum, required: true),

        // Without the measure nobody knows what it should look like.
        _ => null,
    };

    private void Id(YamlSection section, string id)
    {
        if (id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            section.Report("id", "holds a character that ids do not", "a–z, 0–9 and hyphen");
        }
        else if (id.Length > 0 && !_ids.Add(id))
        {
            section.Report("id", "is used by an objective above", "an id of its own");
        }
    }

    private void Absence(YamlSection section, AbsenceWindow? window)
    {
        var isPromised = window switch
        {
            AbsenceWindow.Brief => windows.Brief is not null,
            AbsenceWindow.Medium => windows.Medium is not null,
            _ => true,
        };
        if (!isPromised)
        {
            var word = EnumWords<AbsenceWindow>.Of(window!.Value);
            section.Report("absence", $"names a window that the contract does not have; add windows.{word}",
                "a window of the contract");
        }
    }
}
