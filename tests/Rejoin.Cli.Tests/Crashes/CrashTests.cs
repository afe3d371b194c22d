using Rejoin.Protocol;

namespace Rejoin.Cli.Tests.Crashes;

/// <summary>kill -9 of the service under load: what was acknowledged is there, and nothing is there twice.</summary>
public sealed class CrashTests
{
    private const int Kills = 50;
    private const int Clients = 4;
    private const int FewestAcks = 5;
    private const int MostAcks = 60;

    [Fact]
    public async Task Fifty_kills_lose_nothing_acknowledged_and_apply_nothing_twice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var service = new CrashingService(folder["data"]);
        await service.StartAsync();
        using var meter = new AckMeter();
        var clients = new List<LoadClient>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (var number = 1; number <= Clients; number++)
        {
            var token = await service.Current.TokenAsync($"user-{number}");
            clients.Add(new LoadClient($"c{number}", token, service, meter.Add));
        }

        await AttachAsync(clients, cancellation);
        var talking = clients.Select(client => client.TalkAsync(stop.Token)).ToList();
        var random = new Random(20_260_102);
        for (var kill = 0; kill < Kills; kill++)
        {
            await meter.UntilAsync(random.Next(FewestAcks, MostAcks), cancellation);
            await service.KillAsync();
            await service.StartAsync();
            await AttachAsync(clients, cancellation);
        }

        await stop.CancelAsync();
        await Task.WhenAll(talking);

        // Each kill came after some acks and met operations in flight.
        Assert.True(clients.Sum(client => client.Acked.Count) > Kills * FewestAcks / 2);
        Assert.True(clients.Sum(client => client.Resent) > 0);
        foreach (var client in clients)
        {
            await RightAsync(client, cancellation);
            await client.DisposeAsync();
        }
    }

    private static Task AttachAsync(IEnumerable<LoadClient> clients, CancellationToken cancellation) =>
        Task.WhenAll(clients.Select(client => client.AttachAsync(cancellation)));

    private static async Task RightAsync(LoadClient client, CancellationToken cancellation)
    {
        await IdleAsync(client, cancellation);
        var history = await client.HistoryAsync(cancellation);
        var said = history.Where(message => message.Role == MessageRole.User).Select(message => message.Id).ToList();
        Assert.Empty(client.Acked.Except(said));
        Assert.Equal(said.Distinct().Count(), said.Count);
        Assert.Equal(
            said.Order(StringComparer.Ordinal),
            history.Where(message => message.Role == MessageRole.Agent).Select(message => message.Turn!)
                .Order(StringComparer.Ordinal));

        var effects = await client.EffectsAsync(cancellation);
        Assert.NotEmpty(client.Workflows);
        Assert.Empty(client.Workflows.Except(effects.Select(effect => effect.Workflow)));
        Assert.All(effects, effect => Assert.Equal((effect.Id, 1), (effect.Id, effect.Applied)));
        Assert.Equal(effects.Select(effect => effect.Id).Distinct().Count(), effects.Count);
    }

    /// <summary>Waits until the agent has answered everything.</summary>
    private static async Task IdleAsync(LoadClient client, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(TimeSpan.FromSeconds(60));
        while (await client.TurnsInFlightAsync(bound.Token) > 0)
        {
            // Each look is a round trip to the service, which is the only one who knows.
        }
    }
}
