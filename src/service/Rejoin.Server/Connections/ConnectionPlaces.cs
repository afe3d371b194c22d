namespace Rejoin.Server;

/// <summary>A count of the places that are taken.</summary>
internal sealed class ConnectionPlaces(int limit) : IConnectionPlaces
{
    private int taken;

    public int Taken => Volatile.Read(ref taken);

    public bool TryTake()
    {
        if (Interlocked.Increment(ref taken) <= limit)
        {
            return true;
        }

        Interlocked.Decrement(ref taken);
        return false;
    }

    public void GiveBack(long connection) => Interlocked.Decrement(ref taken);
}
