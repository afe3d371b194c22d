using Rejoin.Runner.Scenarios.Location;

namespace Rejoin.Runner.Tests.Scenarios;

public sealed class ItineraryTests
{
    [Fact]
    public void Each_pair_has_one_resume_from_elsewhere_and_one_from_the_same_place() =>
        Assert.All(
            Itinerary.Moves(new Random(1)).Chunk(2), pair => Assert.Equal([false, true], pair.Order()));

    [Fact]
    public void Which_of_a_pair_comes_first_varies()
    {
        var first = Itinerary.Moves(new Random(1)).Chunk(2).Select(pair => pair[0]).ToList();

        Assert.Contains(true, first);
        Assert.Contains(false, first);
    }

    [Fact]
    public void Both_resumes_of_a_pair_follow_the_same_kind_of_cut()
    {
        var kinds = Itinerary.Cuts(3, new Random(1)).Select(cut => cut.Do).Chunk(2).ToList();

        Assert.All(kinds, pair => Assert.Equal(pair[0], pair[1]));
        Assert.Equal(6, kinds.Select(pair => pair[0]).Distinct().Count());
    }

    [Fact]
    public void The_two_places_differ_in_everything_that_a_service_can_see()
    {
        Assert.NotEqual(Itinerary.Home.Address, Itinerary.Away.Address);
        Assert.All(
            Itinerary.Home.Headers, header => Assert.NotEqual(header.Value, Itinerary.Away.Headers[header.Key]));
    }
}
