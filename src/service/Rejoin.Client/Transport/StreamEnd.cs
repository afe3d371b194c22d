namespace Rejoin.Client;

/// <summary>The ways in which the peer's half of a byte stream ends.</summary>
internal enum StreamEnd
{
    None,
    Finished,
    Reset,
}
