using Rejoin.Checks;
using Rejoin.Runner.Scenarios.Absence;

namespace Rejoin.Runner.Tests.Scenarios;

public sealed class AbsenceGroupTests
{
    private const int TrialsOfARound = 48;

    // Resumes that prove a 95th percentile with 95 % confidence when one of them is over the limit.
    private const int NeededOfARound = 93 / 5 + 1;
    private static readonly ContractWindows Usual = new()
    {
        Brief = TimeSpan.FromSeconds(30), Medium = TimeSpan.FromMinutes(5),
    };

    [Fact]
    public void The_usual_windows_give_twenty_seconds_two_minutes_and_six() =>
        Assert.Superset(
            new HashSet<TimeSpan> { TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(6) },
            Round(Usual).ToHashSet());

    [Fact]
    public void Every_round_comes_close_to_each_window_from_both_sides()
    {
        var absences = Round(Usual).ToHashSet();

        Assert.All([Usual.Brief!.Value, Usual.Medium!.Value], window =>
        {
            Assert.Contains(absences, absence => absence < window && absence > window * 0.9);
            Assert.Contains(absences, absence => absence > window && absence < window * 1.1);
        });
    }

    [Fact]
    public void Every_round_has_enough_of_each_window_for_its_percentile()
    {
        var absences = Round(Usual).ToList();

        Assert.True(absences.Count(absence => absence <= Usual.Brief) >= NeededOfARound);
        Assert.True(absences.Count(absence => absence > Usual.Brief && absence <= Usual.Medium) >= NeededOfARound);
    }

    [Fact]
    public void A_contract_without_windows_has_no_absence() =>
        Assert.All(Round(new ContractWindows()), absence => Assert.Equal(TimeSpan.Zero, absence));

    [Theory]
    [InlineData(0.1, 10)]
    [InlineData(2, 2)]
    [InlineData(60, 3600)]
    public void Any_windows_give_absences_on_the_right_side(double briefSeconds, double mediumSeconds)
    {
        var windows = new ContractWindows
        {
            Brief = TimeSpan.FromSeconds(briefSeconds), Medium = TimeSpan.FromSeconds(mediumSeconds),
        };

        var longest = AbsenceGroup.Longest(windows) * 1.1;
        Assert.All(Round(windows), absence => Assert.InRange(absence, TimeSpan.Zero, longest));
        Assert.Contains(Round(windows), absence => absence <= windows.Brief);
        Assert.Contains(Round(windows), absence => absence > windows.Medium);
    }

    private static IEnumerable<TimeSpan> Round(ContractWindows windows) =>
        Enumerable.Range(1, TrialsOfARound).Select(trial => AbsenceGroup.Of(trial, windows));
}
