namespace Rejoin.Server;

/// <summary>A sink for a request that no connection stands behind.</summary>
internal sealed class NoSink : IEventSink
{
    public static NoSink Instance { get; } = new();

    public long Ordinal => 0;

    public void Deliver(OutgoingFrame frame)
    {
    }

    public void End(int code, string reason)
    {
    }
}
