using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The newest connection wins; the older one is told so.</summary>
internal sealed class Takeover : ITakeover
{
    // Told, not waited for: it may be dead without knowing.
    public void Supersede(SupersededConnection older) => older.End(CloseCode.Superseded, string.Empty);
}
