namespace Rejoin.Faults.Links.Handshakes;

/// <summary>
/// What one TCP connection of a client has asked for, so that a fault in a handshake that did not fire can say why.
/// </summary>
internal sealed class UpgradeAttempt(LinkState state, int attempt)
{
    private bool _asksForWebSocket;
    private bool _isAsking;
    private bool _isOpen;

    /// <summary>Length of the last request's head, as the service got it.</summary>
    public int RequestHeadBytes { get; private set; }

    /// <summary>A whole request has come.</summary>
    public void Asked(bool forWebSocket, int headBytes)
    {
        (_isAsking, _asksForWebSocket) = (true, forWebSocket);
        RequestHeadBytes = headBytes;
    }

    /// <summary>The client has ended its side before a request was complete.</summary>
    public void Incomplete(int bytes)
    {
        if (bytes > 0)
        {
            state.Ledger.Miss(state.NextOrdinal, p => p.IsOfRequest || p.IsOfResponse,
                $"attempt {attempt}: the client ended its request after {bytes} bytes");
        }
    }

    /// <summary>A socket has failed.</summary>
    public void Lost()
    {
        if (!_isOpen && (!_isAsking || _asksForWebSocket))
        {
            state.Ledger.Miss(state.NextOrdinal, p => p.IsOfRequest || p.IsOfResponse,
                $"attempt {attempt}: a peer reset the connection before the handshake came that far");
        }
    }

    /// <summary>An answer has come, or the link answers itself.</summary>
    public void Answered(int status, string? trouble)
    {
        if (status != 101 && _asksForWebSocket)
        {
            state.Ledger.Miss(state.NextOrdinal, p => p.IsOfResponse, $"attempt {attempt}: " +
                (trouble ?? $"the service answered {status}, not 101"));
        }

        if (!_isAsking && trouble is not null)
        {
            state.Ledger.Miss(state.NextOrdinal, p => p.IsOfRequest || p.IsOfResponse, $"attempt {attempt}: {trouble}");
        }

        _isOpen = status == 101;
        _isAsking = _asksForWebSocket = false;
    }
}
