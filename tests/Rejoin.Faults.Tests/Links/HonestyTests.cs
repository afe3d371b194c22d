using System.Net.Sockets;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

/// <summary>Random faults in random traffic both ways: every record must be what the two peers saw.</summary>
public sealed class HonestyTests
{
    private const int Seed = 0x70B3;
    private static readonly string[] Positions =
        ["before", "header:1", "header:2", "afterHeader", "payload:1", "middle", "last", "after"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Records_are_what_the_peers_saw(int series)
    {
        var trials = Enumerable.Range(0, 32).Select(i => TrialAsync(new Random(Seed + (series * 1000) + i), i));
        var fired = await Task.WhenAll(trials);
        Assert.True(fired.Count(f => f) > 10, "faults fire");
    }

    private static async Task<bool> TrialAsync(Random random, int trial)
    {
        var kind = random.Next(2) == 0 ? FaultKind.Fin : FaultKind.Rst;
        var way = (Direction)random.Next(2);
        var fault = Frames.Fault(kind, way, random.Next(1, 15), Positions[random.Next(Positions.Length)]);
        await using var pair = await Pair.OpenAsync(fault);
        var toService = Stream(random, Direction.ClientToService);
        var toClient = Stream(random, Direction.ServiceToClient);

        bool Fired() => pair.Link.Injections is [{ Outcome: not InjectionOutcome.NotFired }];
        bool IsOver() => Fired() || IsAllThrough(pair.Link, toService, toClient);
        var client = ConverseAsync(pair.Client, toService, new Random(random.Next()), IsOver, Fired);
        var service = ConverseAsync(pair.Service, toClient, new Random(random.Next()), IsOver, Fired);
        var atClient = await client;
        var atService = await service;

        var record = pair.Link.Complete()[0];
        var what = $"seed {Seed}, trial {trial}: {fault.Do.Kind} at {fault.At}: {record.Outcome} {record.Reason}";
        var fired = record.Outcome == InjectionOutcome.Fired;
        Assert.True(fired || record.Outcome == InjectionOutcome.NotFired, what);
        Assert.True(toService.AsSpan().StartsWith(atService.Bytes), what);
        Assert.True(toClient.AsSpan().StartsWith(atClient.Bytes), what);
        if (fired)
        {
            Assert.True(record.DeliveredToService == atService.Bytes.Length, what);
            Assert.True(record.DeliveredToClient == atClient.Bytes.Length, what);
            Assert.True((atService.End, atClient.End) == (kind.ToString(), kind.ToString()), what);
        }

        return fired;
    }

    private static bool IsAllThrough(Link link, byte[] toService, byte[] toClient) =>
        link.Connections[0].ToService.Bytes == toService.Length
        && link.Connections[0].ToClient.Bytes == toClient.Length;

    private static byte[] Stream(Random random, Direction way)
    {
        var sizes = Enumerable.Range(0, 10).Select(_ => random.Next(5) == 0 ? random.Next(3000) : random.Next(40));
        return [.. sizes.SelectMany(size => (byte[])[.. Frames.Make(way, size), .. Frames.Ping(way)])];
    }

    /// <summary>Writes all in pieces, then FIN when there is nothing left to cut; reads to the end meanwhile.</summary>
    private static async Task<(byte[] Bytes, string End)> ConverseAsync(
        RawSocket peer, byte[] stream, Random random, Func<bool> isOver, Func<bool> fired)
    {
        var reading = peer.ReadToEndAsync();
        var reset = false;
        try
        {
            for (var at = 0; at < stream.Length;)
            {
                var piece = Math.Min(random.Next(1, 400), stream.Length - at);
                await peer.SendAsync(stream[at..(at + piece)]);
                at += piece;
            }

            await Until.TrueAsync(isOver, "fired, or all through");
            if (!fired())
            {
                peer.Fin();
            }
        }
        catch (SocketException)
        {
            reset = true; // an RST shows in whatever call comes first
        }

        var (bytes, end) = await reading;
        return (bytes, end == "rst" || reset ? nameof(FaultKind.Rst) : nameof(FaultKind.Fin));
    }
}
