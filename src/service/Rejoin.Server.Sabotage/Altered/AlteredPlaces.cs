namespace Rejoin.Server.Sabotage;

/// <summary>Places of which some are never given back.</summary>
internal sealed class AlteredPlaces(IConnectionPlaces inner, Func<long, bool> keep) : IConnectionPlaces
{
    public int Taken => inner.Taken;

    public bool TryTake() => inner.TryTake();

    public void GiveBack(long connection)
    {
        if (!keep(connection))
        {
            inner.GiveBack(connection);
        }
    }
}
