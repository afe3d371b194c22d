using Rejoin.Client.Tests.Scripted;

namespace Rejoin.Client.Tests.Resilience;

public sealed class Backoffs
{
    private static readonly ClientError Lost = Errors.Of(ClientFailure.ConnectionReset, ClientStage.Live, "x");

    [Fact]
    public void Thousand_clients_spread_over_the_first_second()
    {
        var delays = Enumerable.Range(0, 1_000).Select(seed => Make(seed).Next(Lost).TotalSeconds).ToArray();

        Assert.All(delays, d => Assert.InRange(d, 0, 1));
        var bins = delays.GroupBy(d => (int)(d * 10)).Select(g => g.Count());
        Assert.All(bins, count => Assert.InRange(count, 50, 200));
    }

    [Fact]
    public void Delays_grow_to_the_cap_and_to_four_times_the_cap_after_ten_failures()
    {
        var highest = new double[20];
        var seeds = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var backoff = Make(seeds.Next());
            for (var n = 0; n < highest.Length; n++)
            {
                highest[n] = Math.Max(highest[n], backoff.Next(Lost).TotalSeconds);
            }
        }

        double[] ceilings = [1, 1, 2, 4, 8, 16, 30, 30, 30, 30, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120];
        Assert.All(highest.Zip(ceilings), pair => Assert.InRange(pair.First, pair.Second * 0.9, pair.Second));
    }

    [Fact]
    public void Hint_is_the_least_and_at_most_a_fifth_more()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var delay = Make(seed).Next(Lost with { RetryAfter = TimeSpan.FromSeconds(8) });
            Assert.InRange(delay.TotalSeconds, 8, 9.6);
        }
    }

    [Fact]
    public void Slow_consumer_comes_back_at_once_and_then_slower()
    {
        var backoff = Make(1);
        var slow = Errors.Of(ClientFailure.SlowConsumer, ClientStage.Live, "x");

        Assert.Equal(TimeSpan.Zero, backoff.Next(slow));
        Assert.True(backoff.Next(slow) > TimeSpan.Zero);
        backoff.Reset();
        Assert.Equal(TimeSpan.Zero, backoff.Next(slow));
    }

    [Fact]
    public void Seed_reproduces_the_delays() => Assert.Equal(
        Enumerable.Repeat(Make(5), 8).Select(b => b.Next(Lost)),
        Enumerable.Repeat(Make(5), 8).Select(b => b.Next(Lost)));

    private static Backoff Make(int seed) => new(new RejoinClientOptions
    {
        Session = new RejoinSessionOptions
        {
            Uri = new Uri("ws://127.0.0.1:1/ws"),
            AccessToken = _ => ValueTask.FromResult(Peer.Token),
            Random = new Random(seed),
        },
    });
}
