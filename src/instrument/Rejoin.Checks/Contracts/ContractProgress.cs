namespace Rejoin.Checks;

/// <summary>How far a connection gets that is lost at the same place every time.</summary>
public sealed record ContractProgress
{
    /// <summary>Data frames of the service, the first one of the connection included, within which a resumed
    /// connection brings something new if there is something. Range [1, 1 000]; null = not promised.</summary>
    public int? Frames { get; init; }

    /// <summary>Connections in a row that may bring nothing new, in connections: so many and one is certainly lost
    /// for good. A client that is cut off at the same place again and again gives up after so many. Range [1, 100];
    /// default 5.</summary>
    public int Connections { get; init; } = 5;
}
