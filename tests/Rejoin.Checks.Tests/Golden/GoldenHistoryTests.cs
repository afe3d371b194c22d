using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

/// <summary>Each file of <c>vectors/histories/</c> gets the verdict that its name says.</summary>
public sealed class GoldenHistoryTests
{
    public static TheoryData<string> Files => [.. GoldenHistories.All.Select(golden =>
        $"{golden.Check}/{Path.GetFileNameWithoutExtension(golden.File)}")];

    public static TheoryData<string> Checks =>
        [.. CheckCatalogue.All.Where(check => check.Check is not null).Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_golden_history_gets_its_verdict_and_no_other_check_accuses_it(string name)
    {
        var (check, file) = (name.Split('/')[0], name.Split('/')[1]);
        var read = HistoryReader.ReadFile(Repository.Path("vectors", "histories", check, file + ".jsonl"));
        Assert.Empty(read.Errors);
        var contract = GoldenHistories.All.Single(
            golden => golden.Check == check && Path.GetFileNameWithoutExtension(golden.File) == file).Contract;
        var judgements = Judged.All(read.History!, contract);
        Assert.Equal(Enum.Parse<Verdict>(file.Split('-')[0], ignoreCase: true),
            judgements.Single(j => j.Check == check).Verdict);
        Assert.DoesNotContain(judgements, judgement => judgement.Check != check && judgement.Verdict == Verdict.Fail);
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_check_has_a_golden_history_for_each_verdict_that_it_can_give(string check)
    {
        Verdict[] possible = CheckCatalogue.Find(check)!.Severity == CheckSeverity.Unknown
            ? [Verdict.Pass, Verdict.Unknown]
            : [Verdict.Pass, Verdict.Unknown, Verdict.Fail];
        Assert.Equal(possible, GoldenHistories.All.Where(golden => golden.Check == check)
            .Select(golden => golden.Verdict).Distinct().Order());
    }

    [Fact]
    public void The_clean_history_passes_or_does_not_exercise_every_check()
    {
        var read = HistoryReader.ReadFile(Repository.Path("vectors", "histories", "clean.jsonl"));
        Assert.Empty(read.Errors);
        Assert.All(Judged.All(read.History!), judgement => Assert.True(
            judgement.Verdict == Verdict.Pass || (judgement.Opportunities == 0 && judgement.Unknowns.Count == 0),
                judgement.Check));
    }

    [Fact]
    public void Findings_quote_their_session_and_lines_that_exist()
    {
        foreach (var golden in GoldenHistories.All.Where(golden => golden.Verdict == Verdict.Fail))
        {
            var history = golden.Script().Build();
            var findings = Judged.All(history).SelectMany(judgement => judgement.Findings).ToList();
            Assert.All(findings, finding =>
            {
                Assert.NotNull(finding.Session);
                Assert.NotEmpty(finding.Evidence);
                Assert.All(finding.Evidence, line => Assert.InRange(line, 1, history.Events.Count));
                Assert.EndsWith(".", finding.Hint, StringComparison.Ordinal);
            });
        }
    }
}
