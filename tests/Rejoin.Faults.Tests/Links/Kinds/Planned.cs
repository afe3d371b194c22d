using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links.Kinds;

/// <summary>Links with one fault, given as an action.</summary>
internal static class Planned
{
    public static Fault InFrame(
        FaultAction action, Direction way, int frame = 1, string position = "before", string id = "f1") => new()
    {
        Id = id,
        At = new CutPoint
        {
            Connection = 1,
            Direction = way,
            Frame = frame,
            Position = FramePosition.Parse(position),
        },
        Do = action,
    };

    public static Fault InHandshake(FaultAction action, string place, int connection = 1) => new()
    {
        Id = "f1",
        At = CutPoint.InHandshake(connection, HandshakePosition.Parse(place)),
        Do = action,
    };

    public static Task<Pair> OpenAsync(TimeProvider clock, params Fault[] faults) => Pair.OpenAsync(uri =>
        new LinkOptions { Upstream = uri, TimeProvider = clock, Plan = new FaultPlan { Faults = faults } });

    /// <summary>The end that sends in a direction.</summary>
    public static RawSocket From(this Pair pair, Direction way) =>
        way == Direction.ClientToService ? pair.Client : pair.Service;

    /// <summary>The end that receives in a direction.</summary>
    public static RawSocket To(this Pair pair, Direction way) =>
        way == Direction.ClientToService ? pair.Service : pair.Client;

    public static Injection Fired(this Link link, string? reason = null)
    {
        var record = Assert.Single(link.Complete());
        Assert.Equal(reason, record.Reason);
        Assert.Equal(reason is null ? InjectionOutcome.Fired : InjectionOutcome.Mislabelled, record.Outcome);
        return record;
    }
}
