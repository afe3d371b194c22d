using System.Collections.Concurrent;
using Rejoin.Checks;

namespace Rejoin.Drivers.Tests;

/// <summary>What a driver reported.</summary>
internal sealed class Seen : IDriverObserver
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public void Received(int connection, ReceivedEvent received) =>
        Lines.Enqueue($"{connection} received {received.Kind} {received.Offset}");

    public void Noticed(int connection, string notice) => Lines.Enqueue($"{connection} notice {notice}");

    public void Closed(int connection, ConnectionEnd end) => Lines.Enqueue($"{connection} closed {end.By}");
}
