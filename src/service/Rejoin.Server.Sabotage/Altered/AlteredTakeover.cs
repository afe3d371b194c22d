namespace Rejoin.Server.Sabotage;

/// <summary>A takeover that deals otherwise with the older connection.</summary>
internal sealed class AlteredTakeover(ITakeover inner, Action<SupersededConnection, Action> supersede) : ITakeover
{
    public void Supersede(SupersededConnection older) => supersede(older, () => inner.Supersede(older));
}
