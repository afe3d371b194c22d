namespace Rejoin.Faults.Links.Wires;

/// <summary>State of a TCP socket. Source: include/net/tcp_states.h of Linux.</summary>
internal enum TcpState : byte
{
    Established = 1,
    FinWait1 = 4,
    FinWait2 = 5,
    TimeWait = 6,
    Closed = 7,
    CloseWait = 8,
    LastAck = 9,
    Closing = 11,
}
