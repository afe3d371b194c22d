namespace Rejoin.Server.Sabotage;

/// <summary>A count within one session, moved by interlocked operations.</summary>
internal sealed class Count
{
    public int Value;
}
