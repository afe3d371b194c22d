using Rejoin.Faults.Plans;
using Rejoin.Runner.Scenarios.History;

namespace Rejoin.Runner.Tests.Scenarios;

public sealed class CutDrawTests
{
    private const int TrialsOfARound = 24;

    [Fact]
    public void The_same_seed_draws_the_same_cuts() =>
        Assert.Equal(CutDraw.Draw(5, new Seed(1).Derive("history", 5)),
            CutDraw.Draw(5, new Seed(1).Derive("history", 5)));

    [Fact]
    public void Every_round_has_crashes_takeovers_and_at_least_four_kinds_of_cut()
    {
        var cuts = Round(firstTrial: 25).ToList();

        Assert.Contains(cuts, cut => cut.Crash);
        Assert.Contains(cuts, cut => cut.Fault is null);
        Assert.Contains(cuts, cut => cut.Pipelined);
        Assert.True(cuts.Where(cut => cut.Fault is not null).Select(cut => cut.Fault!.Do).Distinct().Count() >= 4);
    }

    [Fact]
    public void Every_round_cuts_both_directions_at_varied_positions()
    {
        var points = Round(firstTrial: 1).Where(cut => cut.Fault is not null).Select(cut => cut.Fault!.At).ToList();

        Assert.Equal(2, points.Select(point => point.Direction).Distinct().Count());
        Assert.True(points.Select(point => point.Position).Distinct().Count() >= 5);
        Assert.True(points.Select(point => point.Frame).Distinct().Count() >= 5);
    }

    [Fact]
    public void The_first_connection_is_never_cut_before_its_first_ack()
    {
        var first = Enumerable.Range(1, 2000)
            .Select(trial => CutDraw.Draw(trial, new Seed(3).Derive("history", trial))[0].Fault?.At)
            .OfType<CutPoint>();

        Assert.All(first, point => Assert.True(
            point.Frame >= (point.Direction == Direction.ClientToService ? 2 : 6), point.ToString()));
    }

    [Fact]
    public void A_close_frame_is_only_planned_at_a_frame_boundary()
    {
        var closes = Enumerable.Range(1, 2000)
            .SelectMany(trial => CutDraw.Draw(trial, new Seed(4).Derive("history", trial)))
            .Where(cut => cut.Fault?.Do.Kind == FaultKind.Close);

        Assert.All(closes, cut => Assert.True(cut.Fault!.At.Position.IsBoundary));
    }

    private static IEnumerable<CutPlan> Round(int firstTrial) => Enumerable.Range(firstTrial, TrialsOfARound)
        .SelectMany(trial => CutDraw.Draw(trial, new Seed(2).Derive("history", trial)));
}
