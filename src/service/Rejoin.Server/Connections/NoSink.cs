namespace Rejoin.Server;

/// <summary>A sink for a request that no connection stands behind.</summary>
internal sealed class NoSink : IEventSink
{
    public static NoSink Instance { get; } = new();

    public void Deliver(OutgoingFrame frame)
    {
    }

    public void End(int code, string reason)
    {
    }
}
