using Rejoin.Faults.Plans;
using Rejoin.Runner.Scenarios.AgentState;

namespace Rejoin.Runner.Tests.Scenarios;

public sealed class StepCutsTests
{
    private const int TrialsOfARound = 28;

    // Verdict, end mark, five puts and the start with event and ack, three steps of four events.
    private const int LastFrameBeforeStep4 = 2 + 10 + 2 + 12;

    [Fact]
    public void Most_first_cuts_stand_around_one_of_the_four_events_of_step_4_and_all_of_them_occur()
    {
        var frames = First().Where(fault => fault.At.Direction == Direction.ServiceToClient)
            .Select(fault => fault.At.Frame - LastFrameBeforeStep4).ToList();

        Assert.True(frames.Count > TrialsOfARound / 2);
        Assert.Equal([1, 2, 3, 4], frames.Distinct().Order());
    }

    [Fact]
    public void Some_first_cuts_strike_a_value_on_its_way_to_the_service() =>
        Assert.Contains(First(), fault => fault.At.Direction == Direction.ClientToService);

    [Fact]
    public void Every_kind_of_cut_occurs_at_both_places()
    {
        Assert.Equal(6, First().Select(fault => fault.Do).Distinct().Count());
        Assert.Equal(6, Cuts().Select(cuts => cuts[1].Do).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_draws_the_same_cuts() =>
        Assert.Equal(StepCuts.Draw(4, new Random(9)), StepCuts.Draw(4, new Random(9)));

    private static IEnumerable<Fault> First() => Cuts().Select(cuts => cuts[0]);

    private static IEnumerable<IReadOnlyList<Fault>> Cuts() => Enumerable.Range(1, TrialsOfARound)
        .Select(trial => StepCuts.Draw(trial, new Seed(2).Derive("agent-state", trial)));
}
