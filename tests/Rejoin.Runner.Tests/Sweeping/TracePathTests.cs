using Rejoin.Checks;

namespace Rejoin.Runner.Tests;

public sealed class TracePathTests
{
    private static readonly TrialHistory History = new()
    {
        Header = new TrialHeader
        {
            Scenario = "sweep-mine",
            Trial = 1,
            Round = 1,
            Seed = 7,
            Sessions = [new SessionHeader { Session = "s1", Principal = "p1", Canary = "cn-1" }],
        },
        Events =
        [
            Invoke(1, Operation.Connect), Fired(2, 1), Invoke(3, Operation.Resume), Invoke(4, Operation.History),
            Fired(5, 2), Invoke(6, Operation.Drop), Invoke(7, Operation.Resume), Invoke(8, Operation.History),
            Invoke(9, Operation.Leave),
        ],
    };

    [Fact]
    public void A_fault_that_happens_once_leaves_every_step_in_the_path() =>
        Assert.Equal(9, TracePath.Of(History, repeats: false).Count);

    [Fact]
    public void A_fault_that_repeats_counts_once_and_coming_back_does_not() => Assert.Equal(
        ["fin at connection 1", "s1 history", "s1 leave"], TracePath.Of(History, repeats: true));

    private static HistoryEvent Invoke(long index, Operation operation) => new()
    {
        Index = index, TimeNs = index, Type = HistoryEventType.Invoke, Session = "s1", Operation = operation,
    };

    private static HistoryEvent Fired(long index, int connection) => new()
    {
        Index = index,
        TimeNs = index,
        Type = HistoryEventType.Injection,
        Session = "s1",
        Injection = new InjectionEvidence
        {
            Fault = "cut-1", Kind = "fin", At = $"connection {connection}", Direction = "s2c", Status = "fired",
        },
    };
}
