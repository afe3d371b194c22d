namespace Rejoin.Checks;

/// <summary>A fault: what was asked, and what the proxy's two sockets saw.</summary>
public sealed record InjectionEvidence
{
    /// <summary>Fault id in the plan.</summary>
    public required string Fault { get; init; }

    /// <summary>Connection that the fault was planned for, 1-based.</summary>
    public int Connection { get; init; }

    /// <summary>Kind, such as <c>fin</c>, <c>rst</c>, <c>half-open-client-lost</c>, <c>close</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Cut point asked for, in words: <c>connection 1, s2c, frame 7, payload:3</c>.</summary>
    public required string At { get; init; }

    /// <summary>"c2s" or "s2c".</summary>
    public required string Direction { get; init; }

    /// <summary>Close code of an injected close frame.</summary>
    public int? CloseCode { get; init; }

    /// <summary>"fired" (about to act), "observed" (acted as labelled; written when the link is closed, with what
    /// the sockets saw), "not-fired" or "mislabelled".</summary>
    public required string Status { get; init; }

    /// <summary>Why it did not fire or was not as labelled.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the fault ends the connection for at least one side (a cut).</summary>
    public bool Cut { get; init; }

    /// <summary>Bytes delivered to the service on that connection up to the fault.</summary>
    public long? BytesToService { get; init; }

    /// <summary>Bytes delivered to the client on that connection up to the fault.</summary>
    public long? BytesToClient { get; init; }

    /// <summary>Data frames that had been delivered to the client whole on that connection when the fault acted; null
    /// = the line does not tell.</summary>
    public int? FramesToClient { get; init; }

    /// <summary>What the client's socket was seen to do: "fin", "rst", "close", "nothing".</summary>
    public string? ClientSaw { get; init; }

    /// <summary>What the service's socket was seen to do: "fin", "rst", "close", "nothing".</summary>
    public string? ServiceSaw { get; init; }
}
