using Rejoin.Checks;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>Scenarios × checks: a row for each scenario, a cell for each check that it uses; each cell leads to what
/// its verdict rests on.</summary>
/// <remarks>Rows are scenarios because they are few: five rows fit the first screen. Where there is no room for a row
/// of forty cells the style lets the cells flow, each with its number.</remarks>
internal static class MatrixSection
{
    private static readonly (string Class, string Symbol, string Meaning)[] Legend =
    [
        ("pass", "✓", "exercised and kept"),
        ("fail", "✗", "broken: opens the finding"),
        ("unknown", "?", "promised, but not decided"),
        ("none", "·", "not promised, not judged"),
    ];

    /// <summary>Pixels of a letter of a family's name, and of a cell with its gap; a name that does not fit is left
    /// out, because each number has its own.</summary>
    private const double LetterWidth = 5.7;
    private const double CellWidth = 26;

    public static void Write(HtmlWriter html, RunDocument run, IReadOnlyList<FindingGroup> findings)
    {
        var checks = run.Scenarios.SelectMany(each => each.Checks).DistinctBy(each => each.Id)
            .OrderBy(each => each.Id, StringComparer.Ordinal).ToList();
        using (PageSection.Open(html, Anchor.Checks, "Checks",
            "Each row is a scenario, each cell a check. A cell opens what its verdict rests on."))
        {
            using (html.Open(Tag.Table, Attr.Class("matrix"), Attr.Role("table")))
            {
                Head(html, checks);
                using (html.Open(Tag.TableBody, Attr.Role("rowgroup")))
                {
                    foreach (var scenario in run.Scenarios)
                    {
                        Row(html, scenario, checks, findings);
                    }
                }
            }

            using (html.Open(Tag.List, Attr.Class("legend")))
            {
                foreach (var (look, symbol, meaning) in Legend)
                {
                    using (html.Open(Tag.Item))
                    {
                        html.Element(Tag.Span, symbol, Attr.Class("cell " + look), Attr.Decorative);
                        html.Text(meaning);
                    }
                }
            }
        }
    }

    private static void Head(HtmlWriter html, List<CheckDocument> checks)
    {
        using (html.Open(Tag.TableHead, Attr.Role("rowgroup")))
        {
            using (html.Open(Tag.Row, Attr.Class("families"), Attr.Decorative))
            {
                html.Element(Tag.Cell, "");
                foreach (var family in checks.GroupBy(check => check.Id.Length > 2 ? check.Id[2] : ' '))
                {
                    var name = FamilyName(family.Key);
                    var fits = name.Length * LetterWidth <= family.Count() * CellWidth;
                    html.Element(Tag.Cell, fits ? name : "", Attr.Span(family.Count()));
                }

                html.Element(Tag.Cell, "");
            }

            using (html.Open(Tag.Row, Attr.Class("numbers"), Attr.Role("row")))
            {
                html.Element(Tag.HeadCell, "scenario", Attr.Scope("col"), Attr.Role("columnheader"));
                foreach (var check in checks)
                {
                    html.Element(Tag.HeadCell, Number(check.Id), Attr.Scope("col"), Attr.Role("columnheader"),
                        Attr.Spoken($"{check.Id} {check.Name}"), Attr.Hint($"{check.Id} {check.Name}"));
                }

                html.Element(Tag.HeadCell, "objectives", Attr.Scope("col"), Attr.Role("columnheader"));
            }
        }
    }

    private static void Row(
        HtmlWriter html, ScenarioDocument scenario, List<CheckDocument> checks, IReadOnlyList<FindingGroup> findings)
    {
        using (html.Open(Tag.Row, Attr.Role("row")))
        {
            var look = VerdictLook.Of(scenario.Verdict);
            using (html.Open(Tag.HeadCell, Attr.Scope("row"), Attr.Role("rowheader"),
                Attr.Spoken($"{scenario.Id}: {look.Word}")))
            {
                html.Element(Tag.Span, look.Symbol, Attr.Class("mark " + look.Class), Attr.Decorative);
                html.Text(scenario.Id);
            }

            foreach (var check in checks)
            {
                var own = scenario.Checks.FirstOrDefault(each => each.Id == check.Id);
                using (html.Open(Tag.Cell, Attr.Role("cell"), Attr.Class(own is null ? "unused" : "used")))
                {
                    if (own is not null)
                    {
                        var group = findings.FirstOrDefault(each =>
                            each.First.Id == own.Id && each.First.Scenario == scenario.Id);
                        Cell(html, own, scenario.Id, group?.Anchor ?? Anchor.Check(own.Id));
                    }
                }
            }

            Objectives(html, scenario);
        }
    }

    private static void Cell(HtmlWriter html, CheckDocument check, string scenario, Anchor to)
    {
        var look = VerdictLook.Of(check.Verdict);
        var counts = check.Findings > 0
            ? Quantity.Count(check.Findings, "finding")
            : $"judged {Quantity.Count(check.Opportunities, "time")}";
        var name = $"{check.Id} {check.Name}, {scenario}: {look.Word}"
            + (check.Verdict is Verdict.Pass or Verdict.Fail ? $", {counts}" : "");
        using (html.Open(Tag.Link, Attr.Class("cell " + look.Class), Attr.To(to), Attr.Spoken(name), Attr.Hint(name)))
        {
            html.Element(Tag.Span, look.Symbol, Attr.Class("glyph"), Attr.Decorative);
            html.Element(Tag.Span, Number(check.Id), Attr.Class("number"), Attr.Decorative);
        }
    }

    private static void Objectives(HtmlWriter html, ScenarioDocument scenario)
    {
        var judged = scenario.Objectives.Select(each => each.Verdict).OfType<Verdict>().ToList();
        using (html.Open(
            Tag.Cell, Attr.Role("cell"), Attr.Class(scenario.Objectives.Count == 0 ? "unused" : "objective")))
        {
            if (scenario.Objectives.Count == 0)
            {
                return;
            }

            var look = VerdictLook.Of(judged.Count == 0 ? null : judged.Worst());
            var kept = $"{judged.Count(each => each == Verdict.Pass)}/{scenario.Objectives.Count}";
            using (html.Open(Tag.Link, Attr.Class("cell wide " + look.Class), Attr.To(Anchor.Objectives),
                Attr.Spoken($"objectives of {scenario.Id}: {look.Word}, {kept} kept")))
            {
                html.Text($"{look.Symbol} {kept}");
            }
        }
    }

    private static string Number(string id) => id.StartsWith("RJ", StringComparison.Ordinal) ? id[2..] : id;

    private static string FamilyName(char digit) =>
        char.IsAsciiDigit(digit) && Enum.IsDefined((CheckFamily)(digit - '0'))
            ? ((CheckFamily)(digit - '0')).ToString().ToLowerInvariant()
            : "other";
}
